package io.github.fixationheatmap.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.example.ExampleExport;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** All outputs are made by a Java runtime without AWT's font libraries, like Lambda's, and without any class for fonts. */
@EnabledOnOs(OS.LINUX)
@Tag("slow")
class NoFontsTest {

    @TempDir
    Path folder = Path.of("");

    /** This runtime without its font libraries. The large file of all classes is linked. */
    @BeforeEach
    void runtime() throws IOException {
        Path home = Path.of(System.getProperty("java.home"));
        List<Path> files;
        try (Stream<Path> lib = Files.walk(home.resolve("lib"), FileVisitOption.FOLLOW_LINKS);
                Stream<Path> conf = Files.walk(home.resolve("conf"), FileVisitOption.FOLLOW_LINKS)) {
            files = Stream.of(lib, conf, Stream.of(home.resolve("bin/java"))).flatMap(each -> each).filter(Files::isRegularFile).toList();
        }
        int left = 0;
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            Path copy = java().resolve(home.relativize(file));
            Files.createDirectories(copy.resolveSibling(""));
            if (name.contains("fontmanager") || name.contains("freetype")) {
                left++;
            } else if (name.equals("modules")) {
                Files.createSymbolicLink(copy, file);
            } else if (!name.matches("src.zip|ct.sym|.*[.]jsa")) {
                Files.copy(file, copy);
            }
        }
        assertThat(left).as("libraries left out").isPositive();
    }

    @AfterEach
    void unlink() throws IOException {
        Files.delete(java().resolve("lib/modules"));
    }

    @Test
    void allOutputsAreMade() throws IOException, InterruptedException {
        Path export = Files.createDirectories(folder.resolve("export"));
        for (String file : ExampleExport.FILES) {
            Files.write(export.resolve(file), ExampleExport.read(file));
        }
        Path aois = export.resolve("aois.json");
        Files.writeString(aois, Files.readString(aois).replaceFirst("\"aois\": *\\[",
                "\"aois\": [{\"name\": \"hatched\", \"rectangle\": {\"x\": 0, \"y\": 0, \"width\": 9, \"height\": 9}},"));
        Files.writeString(export.resolve("heatmap.json"), "{\"outputs\": \"all\", \"title\": \"Title \u05d0 \u4e00\"}");
        Path loaded = folder.resolve("loaded.txt");
        String said = run(0, "-Xlog:class+load=info:file=" + loaded.getFileName(), RunLocally.class.getName(), "--export=" + export,
                "--out=" + folder.resolve("out"), "--target=" + folder);
        try (Stream<Path> out = Files.list(folder.resolve("out"))) {
            assertThat(out.map(file -> String.valueOf(file.getFileName()))).as(said).contains("report.html", "histogram.npz", "figure.svg",
                    "figure.png", "scanpath.svg", "scanpath.png", "aoi_heatmap.svg", "aoi_heatmap.png", "aoi_bars.svg", "aoi_bars.png");
        }
        assertThat(Files.readString(folder.resolve("out/aoi_heatmap.svg"))).contains("<pattern ", "not fixated");
        assertThat(Files.readAllLines(loaded)).anyMatch(line -> line.contains(" java.awt.geom.Path2D "))
                .noneMatch(line -> line.contains(" sun.font.") || line.contains(" java.awt.Font "));
    }

    /** Draws text as a figure must not. */
    public static void main(String[] args) {
        new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB).createGraphics().drawString("text", 0, 9);
    }

    @Test
    void thatRuntimeCannotDrawText() throws IOException, InterruptedException {
        assertThat(run(1, NoFontsTest.class.getName())).contains("UnsatisfiedLinkError");
    }

    private Path java() {
        return folder.resolve("java");
    }

    private String run(int status, String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        String classes = Arrays.stream(System.getProperty("java.class.path").split(":", -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString()).collect(Collectors.joining(":"));
        List<String> command = new ArrayList<>(List.of(java().resolve("bin/java").toString(), "-Djava.awt.headless=true", "-cp", classes));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(output);
        assertThat(process.exitValue()).as(said).isEqualTo(status);
        return said;
    }
}
