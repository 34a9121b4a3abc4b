package io.github.fixationheatmap.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.example.ExampleExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run loads the classes of those outputs only that it makes: each class is time of a cold start. */
@Tag("slow")
class OutputClassesTest {

    private static final String REPORT = "io.github.fixationheatmap.result.report.";
    private static final String TEMPLATES = "gg.jte.";
    private static final String FONT = "org.apache.fontbox.";
    private static final String DRAWING = "io.github.fixationheatmap.draw.vector.RasterWriter";
    private static final String COMPARISON = "io.github.fixationheatmap.analysis.comparison.PairTest";

    @TempDir
    Path folder = Path.of("");

    @Test
    void withoutOutputsNoneOfFiguresAndReportIsLoaded() throws IOException, InterruptedException {
        assertThat(loaded("[]")).noneMatch(name -> name.startsWith(REPORT) || name.startsWith(TEMPLATES) || name.startsWith(FONT)
                || name.equals(DRAWING) || name.equals(COMPARISON));
    }

    @Test
    void theFigureAloneLoadsNothingOfTheReport() throws IOException, InterruptedException {
        assertThat(loaded("[\"figure\"]")).contains(DRAWING).anyMatch(name -> name.startsWith(FONT))
                .noneMatch(name -> name.startsWith(REPORT) || name.startsWith(TEMPLATES));
    }

    @Test
    void theReportLoadsItsTemplates() throws IOException, InterruptedException {
        assertThat(loaded("[\"report\"]")).anyMatch(name -> name.startsWith(REPORT)).anyMatch(name -> name.startsWith(TEMPLATES));
    }

    /** The names of the classes that a run of the example loads. */
    private List<String> loaded(String outputs) throws IOException, InterruptedException {
        Path export = Files.createDirectories(folder.resolve("export"));
        for (String file : ExampleExport.FILES) {
            Files.write(export.resolve(file), ExampleExport.read(file));
        }
        Files.writeString(export.resolve("heatmap.json"), "{\"outputs\": " + outputs + "}");
        Path log = folder.resolve("loaded.txt");
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true", "-Xlog:class+load=info:file=loaded.txt", "-cp", classPath(), RunLocally.class.getName(),
                "--export=" + export, "--out=" + folder.resolve("out"), "--target=" + folder)
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        return Files.readAllLines(log).stream().map(line -> line.replaceFirst("^(\\[[^]]*])*\\s*", "").split(" ", 2)[0]).toList();
    }

    private static String classPath() {
        return String.join(System.getProperty("path.separator"),
                List.of(System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1)).stream()
                        .map(entry -> Path.of(entry).toAbsolutePath().toString()).toList());
    }
}
