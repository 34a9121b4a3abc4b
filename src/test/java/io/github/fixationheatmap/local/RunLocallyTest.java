package io.github.fixationheatmap.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.example.ExampleExport;
import io.github.fixationheatmap.example.GroupStudy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first command does, short of Maven. */
@Tag("slow")
class RunLocallyTest {

    private static final List<String> ALL = List.of(
            "aoi_fixations.csv", "aoi_metrics.csv", "figure.png", "figure.svg", "heatmap.png", "manifest.json", "overlay.png",
            "report.html");

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void targetWithTheExample() throws IOException {
        copyExample(target().resolve("test-classes").resolve(ExampleExport.NAME));
    }

    @Test
    void theBundledExampleComesOutWithItsCounts() throws IOException {
        assertThat(run("", "")).isZero();
        Path results = target().resolve("results").resolve(ExampleExport.NAME);
        assertThat(names(results)).isEqualTo(ALL);
        assertThat(err.toString(UTF_8)).isEmpty();
        List<String> said = out.toString(UTF_8).lines().toList();
        assertThat(said).contains("rows read     851", "counted       771")
                .endsWith("open          " + results.resolve("report.html"), "results in    " + results);
        assertThat(said).anyMatch(l -> l.startsWith("left out      80 (") && l.contains("57 not mapped") && l.contains("23 outside"));
        assertThat(said).anyMatch(l -> l.matches("largest share [^:]+: of [0-9]+ rows [0-9]+ \\(.*not mapped.*\\)"));
    }

    /** Results lie in folders, and those of an earlier run go. */
    @Test
    void groupsComeOutInTheirFolders() throws IOException {
        Path export = folder.resolve("study");
        Files.createDirectories(export);
        Files.write(export.resolve("reference_image.jpeg"), ExampleExport.read("reference_image.jpeg"));
        for (Map.Entry<String, byte[]> table : GroupStudy.files().entrySet()) {
            Files.write(export.resolve(table.getKey()), table.getValue());
        }
        Files.writeString(export.resolve("heatmap.json"), "{\"outputs\": [], \"comparison\": {\"permutations\": 50}}");
        Path results = folder.resolve("out");
        assertThat(run(export.toString(), results.toString())).as(err.toString(UTF_8)).isZero();
        assertThat(names(results.resolve("groups"))).containsExactly("guests", "hosts", "hosts vs guests");
        assertThat(names(results.resolve("groups/hosts vs guests"))).containsExactly("difference.png", "difference_overlay.png");
        assertThat(out.toString(UTF_8).lines()).contains(
                "stability     With 20 recordings this map would correlate 0.96 with that of 20 others; 9 recordings are enough for 0.9.")
                .anyMatch(line -> line.matches(
                        "groups {8}hosts and guests: different in [0-9.]+ % of the image \\(smallest p 0\\.020, cc 0\\.47\\)"))
                .endsWith("results in    " + results);
        Files.delete(export.resolve("groups.csv"));
        assertThat(run(export.toString(), results.toString())).isZero();
        assertThat(results.resolve("groups/hosts/heatmap.png")).doesNotExist();
    }

    @Test
    void foldersAndZipsMayHaveAnyName() throws IOException {
        for (String name : List.of("a b", "a+b%20c", "Küche & Straße – 東京")) {
            copyExample(folder.resolve(name));
            zip(folder.resolve(name + ".zip"), "");
            assertThat(run(folder.resolve(name).toString(), folder.resolve("out " + name).toString())).isZero();
            assertThat(run(folder.resolve(name + ".zip").toString(), folder.resolve("zip " + name).toString())).isZero();
            assertThat(names(folder.resolve("out " + name))).isEqualTo(ALL);
            assertThat(names(folder.resolve("zip " + name))).isEqualTo(ALL);
            assertThat(folder.resolve("zip " + name).resolve("overlay.png")).hasSameBinaryContentAs(
                    folder.resolve("out " + name).resolve("overlay.png"));
        }
    }

    @Test
    void aZipWithSeveralExportsGivesEachItsFolder() throws IOException {
        zip(folder.resolve("both.zip"), "left/", "right/");
        assertThat(run(folder.resolve("both.zip").toString(), folder.resolve("out").toString())).isZero();
        assertThat(names(folder.resolve("out/left"))).isEqualTo(ALL);
        assertThat(names(folder.resolve("out/right"))).isEqualTo(ALL);
        assertThat(out.toString(UTF_8)).contains("results in    " + folder.resolve("out/left"));
        assertThat(out.toString(UTF_8)).contains("results in    " + folder.resolve("out/right"));
    }

    @Test
    void aRefusedExportSaysWhyAndKeepsResultsOfAnEarlierRunAsTheFunctionDoes() throws IOException {
        Path bad = folder.resolve("bad");
        copyExample(bad);
        Path results = folder.resolve("out");
        assertThat(run(bad.toString(), results.toString())).isZero();
        Files.writeString(bad.resolve("fixations.csv"), "evil\n");
        assertThat(run(bad.toString(), results.toString())).isEqualTo(1);
        assertThat(names(results)).contains("error.json", "overlay.png");
        assertThat(err.toString(UTF_8)).startsWith("refused: ").contains("fixations.csv");
        assertThat(out.toString(UTF_8).lines()).contains("earlier results stay beside it").endsWith("error.json in " + results);
        copyExample(bad);
        assertThat(run(bad.toString(), results.toString())).isZero();
        assertThat(names(results)).isEqualTo(ALL);
    }

    /** A terminal shows both streams in the order in which they are written. */
    @Test
    void theFirstLineSaysWhy() throws IOException {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(terminal, true, UTF_8);
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : ExampleExport.FILES) {
            files.put("good/" + name, ExampleExport.read(name));
            files.put("worse/" + name, ExampleExport.read(name));
        }
        files.put("worse/fixations.csv", "evil\n".getBytes(UTF_8));
        Path bad = folder.resolve("bad");
        copyExample(bad);
        Files.writeString(bad.resolve("fixations.csv"), "evil\n");
        zip(folder.resolve("two.zip"), files);
        for (String export : List.of("bad", "two.zip")) {
            terminal.reset();
            assertThat(run(both, both, folder.resolve(export).toString(), folder.resolve("out").toString())).isEqualTo(1);
            assertThat(terminal.toString(UTF_8)).startsWith("refused: ").contains("error.json in ");
        }
    }

    @Test
    void theOptionsThatThePagesShowFitTheBundledExample() throws IOException {
        for (Path page : List.of(Path.of("README.md"), Path.of("src", "docs", "export.md"))) {
            Path export = folder.resolve("with options");
            copyExample(export);
            Matcher options = Pattern.compile("\\{\"scale\": 5, .*?}").matcher(Files.readString(page));
            assertThat(options.find()).as(page.toString()).isTrue();
            Files.writeString(export.resolve("heatmap.json"), options.group());
            assertThat(run(export.toString(), folder.resolve("out").toString())).as(err.toString(UTF_8)).isZero();
            assertThat(Files.readString(folder.resolve("out/manifest.json"))).contains("shelf-01").containsPattern("\"scale\" ?: ?5");
        }
    }

    @Test
    void saysWhatIsWrongWithThePath() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(folder.resolve("notes.txt"), "");
        Path example = target().resolve("test-classes").resolve(ExampleExport.NAME);
        refuses(folder.resolve("nowhere"), folder, "there is no such file or folder: ");
        refuses(folder.resolve("notes.txt"), folder, "neither a folder nor a .zip: ");
        refuses(folder.resolve("empty"), folder, "no export in this folder, which has no fixations.csv: ");
        refuses(example, example, "the results would be written over the export");
        refuses(example, folder.resolve("notes.txt"), "the results need a folder, and this is a file: ");
        refuses(example, folder.resolve("notes.txt/deeper"), "and this is a file: " + folder.resolve("notes.txt"));
        Files.delete(example.resolve("reference_image.jpeg"));
        refuses(example, folder.resolve("out"), "no reference_image.jpeg, .jpg or .png in this folder: ");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void namesWhatWasPerhapsMeant() throws IOException {
        Path export = folder.resolve("misspelt");
        copyExample(export);
        Files.move(export.resolve("reference_image.jpeg"), export.resolve("reference_image.JPG"));
        refuses(export, folder, "; reference_image.JPG is not read: its name should be reference_image.jpg, to the letter");
        Files.move(export.resolve("fixations.csv"), export.resolve("fixations (1).csv"));
        refuses(export, folder, "no fixations.csv: " + export.toRealPath()
                + "; fixations (1).csv is not read: its name should be fixations.csv, to the letter");
        Files.createDirectory(export.resolve("Fixations"));
        Files.move(export.resolve("fixations (1).csv"), export.resolve("Fixations/P01.csv"));
        refuses(export, folder, "; Fixations/ is not read: its name should be fixations/, to the letter");
    }

    @Test
    void namesTheFilesThatNobodyReads() throws IOException {
        Path export = folder.resolve("capital");
        copyExample(export);
        Files.writeString(export.resolve("Heatmap.json"), "{}");
        assertThat(run(export.toString(), folder.resolve("out").toString())).isZero();
        assertThat(out.toString(UTF_8).lines()).contains("not read      Heatmap.json, gaze.csv",
                "warning       Heatmap.json is not read: its name should be heatmap.json, to the letter.");
        Files.delete(export.resolve("aois.json"));
        Files.createDirectory(export.resolve("Aois"));
        Files.writeString(export.resolve("Aois/mug.png"), "");
        assertThat(run(export.toString(), folder.resolve("out").toString())).isZero();
        assertThat(out.toString(UTF_8)).contains("; Aois/ is not read: its name should be aois/, to the letter.");
        zip(folder.resolve("capital.zip"), "");
        Files.writeString(folder.resolve("capital.heatmap.json.txt"), "{}");
        assertThat(run(folder.resolve("capital.zip").toString(), folder.resolve("out").toString())).isZero();
        assertThat(out.toString(UTF_8)).contains("capital.heatmap.json.txt is not read: its name should be capital.heatmap.json");
    }

    @Test
    void neonPlayersOwnHeatmapIsNoReferenceImage() throws IOException {
        Path export = folder.resolve("neon");
        Files.createDirectories(export.resolve("fixations"));
        String header = "fixation id,start timestamp [ns],end timestamp [ns],duration [ms],"
                + "fixation detected on surface,fixation x [normalized],fixation y [normalized]\n";
        Files.writeString(export.resolve("fixations/P01.csv"), header + "1,1,2000001,2,True,0.5,0.5\n");
        Files.writeString(export.resolve("door_heatmap.png"), "");
        refuses(export, folder, "no reference_image.jpeg, .jpg or .png in this folder: " + export.toRealPath() + System.lineSeparator());
        Files.write(export.resolve("door.jpeg"), ExampleExport.read("reference_image.jpeg"));
        refuses(export, folder, "; door.jpeg is not read: if it is the reference image, name it reference_image.jpeg"
                + System.lineSeparator());
        Files.move(export.resolve("door.jpeg"), export.resolve("reference_image.jpeg"));
        assertThat(run(export.toString(), folder.resolve("out").toString())).isZero();
        assertThat(out.toString(UTF_8).lines()).contains("counted       1");
    }

    @Test
    void aTildeIsTheHomeFolderAsTheShellLeavesIt() throws IOException {
        assertThat(run("~/no such folder of anybody", "")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains(Path.of(System.getProperty("user.home"), "no such folder of anybody").toString());
    }

    private void refuses(Path export, Path results, String reason) throws IOException {
        err.reset();
        assertThat(run(export.toString(), results.toString())).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains(reason);
    }

    private int run(String export, String results) throws IOException {
        return run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), export, results);
    }

    private int run(PrintStream stdout, PrintStream stderr, String export, String results) throws IOException {
        return new RunLocally(stdout, stderr).run(List.of("--export=" + export, "--out=" + results, "--target=" + target()));
    }

    private Path target() {
        return folder.resolve("target");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
        }
    }

    private static void copyExample(Path to) throws IOException {
        Files.createDirectories(to);
        for (String file : ExampleExport.FILES) {
            Files.write(to.resolve(file), ExampleExport.read(file));
        }
        Files.writeString(to.resolve("gaze.csv"), "not to be uploaded");
    }

    private static void zip(Path file, String... folders) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String inside : folders) {
            for (String name : ExampleExport.FILES) {
                files.put(inside + name, ExampleExport.read(name));
            }
        }
        zip(file, files);
    }

    private static void zip(Path file, Map<String, byte[]> files) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }
}
