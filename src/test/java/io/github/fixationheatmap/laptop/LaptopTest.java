package io.github.fixationheatmap.laptop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fixationheatmap.example.ExampleExport;
import io.github.fixationheatmap.options.HeatmapOption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as it is typed. What it says of one export is also tested where Maven calls it. */
@Tag("slow")
class LaptopTest {

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aFlagOverridesTheExportsOwnOption() throws IOException {
        Path export = example(folder.resolve("kitchen"));
        Files.writeString(export.resolve("heatmap.json"), "{\"scale\": 4, \"weight\": \"duration\"}");
        assertThat(run(export, "--scale", "5", "--outputs=histogram,figure", "--title", "7", "--recordings", "shelf-01"))
                .as(err.toString(UTF_8)).isEqualTo(Laptop.WELL);
        JsonNode options = manifest("").path("options");
        assertThat(options.path("scale").asDouble()).isEqualTo(5);
        assertThat(options.path("weight").asText()).isEqualTo("duration");
        assertThat(options.path("title").asText()).isEqualTo("7");
        assertThat(options.path("recordings")).extracting(JsonNode::asText).containsExactly("shelf-01");
        assertThat(results().resolve("histogram.npz")).exists();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--scale        | broad  | '--scale: seen \"broad\", expected a number from 0.1 to 20.0'",
        "--weight       | 7      | '--weight: seen \"7\", expected \"count\" or \"duration\"'",
        "--background   | maybe  | '--background: seen \"maybe\", expected true or false'",
        "--sigma-degrees| 1      | 'the flags do not fit together: expected either scale or sigmaDegrees, not both'",
        "--scael        | 3      | 'Unknown option'"})
    void aWrongFlagIsNamedWithWhatIsExpected(String flag, String value, String expected) throws IOException {
        List<String> flags = new ArrayList<>(List.of(flag, value));
        if (flag.equals("--sigma-degrees")) {
            flags.addAll(List.of("--scale", "3"));
        }
        assertThat(run(example(folder.resolve("kitchen")), flags.toArray(String[]::new))).isEqualTo(Laptop.MISUSED);
        assertThat(err.toString(UTF_8)).contains(expected);
        assertThat(results()).doesNotExist();
    }

    @Test
    void aFlagThatDoesNotFitTheExportIsNamedAsAFlag() throws IOException {
        assertThat(run(example(folder.resolve("kitchen")), "--recordings", "nobody")).isEqualTo(Laptop.NOT_ALL);
        assertThat(err.toString(UTF_8)).startsWith("refused: the flags at /recordings").contains("nobody");
    }

    @Test
    void helpHasAFlagForEachOption() {
        assertThat(laptop(false).run(List.of("--help"))).isEqualTo(Laptop.WELL);
        for (HeatmapOption option : HeatmapOption.values()) {
            assertThat(out.toString(UTF_8)).contains("--" + option.id().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
        }
        assertThat(laptop(false).run(List.of("--version"))).isEqualTo(Laptop.WELL);
        assertThat(out.toString(UTF_8)).containsPattern("fixation-heatmap \\d+\\.\\d+\\.\\d+");
        assertThat(laptop(false).run(List.of("one-path"))).isEqualTo(Laptop.MISUSED);
        assertThat(err.toString(UTF_8)).contains("Missing required parameter: 'RESULTS'");
    }

    @Test
    void theSameFilesAndOptionsAreNotWorkedOnTwice() throws IOException {
        Path export = example(folder.resolve("@kitchen"));
        assertThat(run(export)).isEqualTo(Laptop.WELL);
        byte[] manifest = Files.readAllBytes(results().resolve("manifest.json"));
        out.reset();
        assertThat(run(export)).isEqualTo(Laptop.WELL);
        assertThat(out.toString(UTF_8)).contains("not made anew");
        assertThat(results().resolve("manifest.json")).hasBinaryContent(manifest);
        Files.writeString(results().resolve("overlay.png"), "painted over");
        out.reset();
        assertThat(run(export)).isEqualTo(Laptop.WELL);
        assertThat(out.toString(UTF_8)).doesNotContain("not made anew");
        out.reset();
        assertThat(run(export, "--scale", "2")).isEqualTo(Laptop.WELL);
        assertThat(out.toString(UTF_8)).doesNotContain("not made anew");
        assertThat(manifest("").at("/options/scale").asDouble()).isEqualTo(2);
    }

    @Test
    void ofManyExportsABadOneStopsNoOther() throws IOException {
        Path all = folder.resolve("all");
        example(all.resolve("one/left"));
        example(all.resolve("one/right"));
        Files.writeString(example(all.resolve("one/worse")).resolve("fixations.csv"), "evil\n");
        Files.delete(example(all.resolve("no image")).resolve("reference_image.jpeg"));
        zip(all.resolve("two.zip"));
        Files.writeString(all.resolve("torn.zip"), "no zip");
        Files.createDirectories(all.resolve("notes"));
        assertThat(run(all, "--scale", "5")).isEqualTo(Laptop.NOT_ALL);
        assertThat(err.toString(UTF_8).lines()).hasSize(3).anyMatch(l -> l.startsWith("one/worse: refused: fixations.csv"))
                .anyMatch(l -> l.startsWith("torn.zip: refused: torn.zip"))
                .anyMatch(l -> l.startsWith("no image: no reference_image.jpeg, .jpg or .png in this folder: "));
        assertThat(out.toString(UTF_8).lines()).contains("done          one/left", "done          one/right", "done          two.zip",
                "failed        one/worse", "3 of 6 exports done, of which 0 were there before; 3 failed")
                .endsWith("results in    " + results());
        for (String well : List.of("one/left", "one/right", "two")) {
            assertThat(manifest(well).at("/options/scale").asDouble()).isEqualTo(5);
        }
        assertThat(results().resolve("one/worse")).isDirectoryContaining("glob:**/error.json");
    }

    @Test
    void manyExportsMayHoldTheFolderOfTheirResultsAndShowABar() throws IOException {
        Path all = folder.resolve("all");
        example(all.resolve("kitchen"));
        example(all.resolve("results/of another kind"));
        assertThat(new Laptop(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), true)
                .run(List.of(all.toString(), all.resolve("results").toString()))).isEqualTo(Laptop.WELL);
        assertThat(out.toString(UTF_8)).contains("1 of 1 exports done");
        assertThat(err.toString(UTF_8)).contains("[....................] 0 of 1 done, 0 failed, 1 left: kitchen").endsWith("\r");
    }

    @Test
    void twoExportsWithOneFolderOfResultsAreRefused() throws IOException {
        Path all = folder.resolve("all");
        example(all.resolve("kitchen"));
        zip(all.resolve("kitchen.zip"));
        assertThat(run(all)).isEqualTo(Laptop.NOT_ALL);
        assertThat(err.toString(UTF_8)).startsWith("two exports would have their results in one folder");
    }

    @Test
    void theResultsOfAnExportNeedAFolderThatCanBeWritten() throws IOException {
        Path export = example(folder.resolve("kitchen"));
        Files.createDirectories(results().resolve("overlay.png/in the way"));
        assertThat(run(export)).isEqualTo(Laptop.NOT_ALL);
        assertThat(err.toString(UTF_8)).startsWith("a file cannot be read or written: ").contains("overlay.png");
    }

    private Laptop laptop(boolean terminal) {
        return new Laptop(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), terminal);
    }

    private int run(Path export, String... flags) {
        List<String> args = new ArrayList<>(List.of(flags));
        args.addAll(List.of(export.toString(), results().toString()));
        return laptop(false).run(args);
    }

    private Path results() {
        return folder.resolve("results");
    }

    private JsonNode manifest(String export) throws IOException {
        return new ObjectMapper().readTree(results().resolve(export).resolve("manifest.json").toFile());
    }

    private static Path example(Path to) throws IOException {
        Files.createDirectories(to);
        for (String file : ExampleExport.FILES) {
            Files.write(to.resolve(file), ExampleExport.read(file));
        }
        return to;
    }

    private static void zip(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : ExampleExport.FILES) {
                zip.putNextEntry(new ZipEntry("inside/" + name));
                zip.write(ExampleExport.read(name));
            }
        }
    }
}
