package io.github.fixationheatmap.result.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.FixationCounter.CountedFixations;
import io.github.fixationheatmap.analysis.FixationCounter.CountedFixations.Counts;
import io.github.fixationheatmap.analysis.FixationListeners;
import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.analysis.metrics.AoiMetrics.SectionTimeOrigin;
import io.github.fixationheatmap.draw.figure.Box;
import io.github.fixationheatmap.draw.figure.Drawing;
import io.github.fixationheatmap.draw.figure.Mark;
import io.github.fixationheatmap.draw.figure.Mark.Anchor;
import io.github.fixationheatmap.draw.figure.RasterWriter;
import io.github.fixationheatmap.draw.figure.Style;
import io.github.fixationheatmap.draw.figure.Style.Colour;
import io.github.fixationheatmap.draw.figure.Style.Stroke;
import io.github.fixationheatmap.draw.render.TestImage;
import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.ChosenOutput;
import io.github.fixationheatmap.options.FigureOptions;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.result.Manifest;
import io.github.fixationheatmap.result.Tool;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** All outputs that may be chosen, and all kinds of marks, are drawn in a process that loads no font class and no font library of AWT. */
class NoFontsTest {

    @TempDir
    Path folder = Path.of("");

    /** What the process runs. */
    public static void main(String[] args) throws IOException {
        FigureOptions figures = FigureOptions.PUBLISHED.withOutputs(List.of(ChosenOutput.values())).withTitle(Optional.of("Title \u05d0"));
        Analysis.Setup setup = new Analysis.Setup(HeatmapOptions.PUBLISHED.withFigures(figures), Grid.of(60, 40), AoiSet.NONE,
                new Location.WholeFile("aois.json"), TimeCheck.NONE);
        Histogram histogram = new Histogram(setup.grid());
        histogram.add(20, 20, 1);
        CountedFixations fixations = new CountedFixations(EnrichmentType.MARKER_MAPPER, "end - start",
                new Counts(List.of()), Optional.empty(), List.of(), histogram);
        Analysis analysis = Analysis.of(setup, fixations, Outputs.listeners(setup), SectionTimeOrigin.ofSections(Map.of()));
        Manifest manifest = new Manifest(new Drop.Folder("drops", "inbox/x/"), "", List.of(), analysis, List.of());
        int files = Outputs.choose(analysis)
                .make(new Tool("t", "1", "b"), manifest, TestImage.noise(60, 40, 1), new ResultKeys("x/")).size();

        Path2D path = new Path2D.Double();
        path.moveTo(0, 0);
        path.curveTo(5, 0, 9, 9, 1, 8);
        Style outlined = Style.filled(new Style.Hatch(Colour.GREY, 1, 3)).withOutline(Colour.BLACK, 1);
        List<Mark> marks = List.of(new Mark.Path(path, outlined), new Mark.Circle(5, 5, 3, outlined),
                new Mark.Text(5, 5, "7", 4, Anchor.MIDDLE, Colour.WHITE, Optional.of(new Stroke(Colour.BLACK, 1))));
        long bytes = RasterWriter.write(new Drawing("d", "t", "d", new Box(0, 0, 10, 10), 9, marks)).length();
        System.out.println("drawn: " + files + " files, " + (bytes > 0));
        Path maps = Path.of("/proc/self/maps");
        if (Files.exists(maps)) {
            Files.readAllLines(maps).forEach(System.out::println);
        }
    }

    @Test
    void figuresNeedNoFontsOfAwt() throws IOException, InterruptedException {
        Path loaded = folder.resolve("loaded.txt");
        Path output = folder.resolve("out.txt");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.awt.headless=true",
                "-Xlog:class+load=info:file=" + loaded.getFileName(), "-cp", absolute(System.getProperty("java.class.path")),
                NoFontsTest.class.getName()).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(output)).contains("drawn: ", "true").doesNotContain("libfontmanager", "libfreetype");
        if (OS.LINUX.isCurrentOs()) {
            assertThat(Files.readString(output)).as("the list of libraries").contains("libawt", "libjavajpeg");
        }
        assertThat(Files.readAllLines(loaded)).anyMatch(line -> line.contains("java.awt.geom.Path2D "))
                .noneMatch(line -> line.contains(" sun.font.") || line.contains(" java.awt.Font "));
    }

    private static String absolute(String classPath) {
        String separator = System.getProperty("path.separator");
        return String.join(separator, List.of(classPath.split(separator, -1)).stream()
                .map(entry -> Path.of(entry).toAbsolutePath().toString()).toList());
    }
}
