package io.github.fixationheatmap.laptop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fixationheatmap.lambda.TestExport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder of many exports is a study, with the results that a study has in the bucket. */
@Tag("slow")
class LocalStudyTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]+)\"");

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theStudysPageLinksToTheResultsOfAllExports() throws IOException {
        threeOfFourAreGood();
        assertThat(run()).isEqualTo(Laptop.NOT_ALL);
        assertThat(err.toString(UTF_8)).startsWith("b/worse & worst: refused: fixations.csv").hasLineCount(1);
        assertThat(out.toString(UTF_8).lines()).contains("3 of 4 exports done, of which 0 were there before; 1 failed",
                "open          " + results().resolve("study.html"));
        String page = text("study.html");
        assertThat(page).contains("Study: <bdi>lab</bdi>", "3 of 4 exports have results", "b/worse &amp; worst");
        List<String> links = LINK.matcher(page).results().map(link -> link.group(1)).distinct().toList();
        assertThat(links).contains("./a%201/overlay.png", "./a%201/report.html", "./b/worse%20%26%20worst/error.json");
        for (String link : links) {
            assertThat(Path.of(results().toUri().resolve(URI.create(link)))).isRegularFile();
        }
    }

    /** A browser runs and applies nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"script", "style"})
    void thePolicyNamesThePagesOwnScriptAndStyle(String element) throws IOException, NoSuchAlgorithmException {
        export("a", TestExport.files());
        run();
        String page = text("study.html");
        String content = page.substring(page.indexOf("<" + element + ">") + element.length() + 2, page.indexOf("</" + element + ">"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
        assertThat(page).containsOnlyOnce("<" + element)
                .contains(element + "-src &#39;sha256-" + Base64.getEncoder().encodeToString(digest) + "&#39;;");
    }

    @Test
    void theTableAndTheDocumentCountAllExports() throws IOException {
        threeOfFourAreGood();
        run();
        assertThat(text("study_recordings.csv").lines()).hasSize(1 + 3 * 2).contains("a 1,r1,first,2,1,0,0,0,0,0",
                "zipped,r2,second,1,0,1,0,0,0,0");
        JsonNode document = document();
        assertThat(document.path("exports").toString()).isEqualTo("{\"all\":4,\"done\":3,\"refused\":1,\"waiting\":0,\"failed\":0}");
        assertThat(document.at("/failures/0/drop").asText()).isEqualTo("inbox/lab/b/worse & worst/");
        assertThat(document.path("changedMeanwhile")).isEmpty();
    }

    @Test
    void noWorkingFilesStay() throws IOException {
        threeOfFourAreGood();
        run();
        try (Stream<Path> files = Files.list(results())) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))).containsExactlyInAnyOrder("a 1", "b", "study", "study.html",
                    "study.json", "study_aoi_metrics.csv", "study_recordings.csv", "zipped");
        }
        assertThat(results().resolve("study")).as("that of the export of this name").isDirectoryNotContaining(Files::isDirectory);
    }

    @Test
    void aSecondRunDoesWhatIsNewAlone() throws IOException {
        threeOfFourAreGood();
        run();
        String before = text("a 1/manifest.json");
        export("new", TestExport.files());
        out.reset();
        assertThat(run()).isEqualTo(Laptop.NOT_ALL);
        assertThat(out.toString(UTF_8).lines()).contains("not made anew a 1", "done          new",
                "4 of 5 exports done, of which 3 were there before; 1 failed");
        assertThat(text("a 1/manifest.json")).isEqualTo(before);
        assertThat(document().at("/exports/done").asInt()).isEqualTo(4);
    }

    @Test
    void flagsOverrideTheStudyWhoseOptionsAreThoseOfAllExports() throws IOException {
        threeOfFourAreGood();
        Files.writeString(lab().resolve("study.json"), "{\"options\": {\"scale\": 5, \"weight\": \"duration\"}}");
        write(lab().resolve("study/heatmap.json"), TestExport.text("{\"scale\": 3, \"outputs\": []}"));
        run("--scale", "4", "--outputs", "histogram");
        for (String export : List.of("a 1", "study", "zipped", "combined/" + photo())) {
            JsonNode options = new ObjectMapper().readTree(text(export + "/manifest.json")).path("options");
            assertThat(options.path("scale").asDouble()).as(export).isEqualTo(4);
            assertThat(options.path("weight").asText()).as(export).isEqualTo("duration");
            assertThat(results().resolve(export).resolve("histogram.npz")).isRegularFile();
        }
        assertThat(document().at("/combined/0/exports").asInt()).isEqualTo(3);
    }

    @Test
    void exportsOfOnePhotoAreCombinedIfTheStudySaysSo() throws IOException {
        threeOfFourAreGood();
        Files.writeString(lab().resolve("study.json"), "{}");
        run();
        assertThat(out.toString(UTF_8).lines()).contains("combined      1 photo of several exports");
        assertThat(text("study.html")).contains("./combined/" + photo() + "/overlay.png");
        Path manifest = results().resolve("combined").resolve(photo()).resolve("manifest.json");
        assertThat(manifest).isRegularFile();
        Files.delete(lab().resolve("study.json"));
        run();
        assertThat(text("study.html")).doesNotContain("./combined/");
        assertThat(manifest).doesNotExist();
    }

    @Test
    void aStudysFileThatIsTooLongIsRefused() throws IOException {
        export("a 1", TestExport.files());
        Files.writeString(lab().resolve("study.json"), " ".repeat(1 << 18) + "{}");
        assertThat(run()).isEqualTo(Laptop.NOT_ALL);
        assertThat(err.toString(UTF_8)).startsWith("refused: study.json: seen \"262146 bytes\"").hasLineCount(1);
    }

    private String photo() throws IOException {
        try (Stream<Path> folders = Files.list(results().resolve("combined"))) {
            return String.valueOf(folders.findFirst().orElseThrow().getFileName());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "nothing                        | study.json, line 1, column 1: seen",
        "{\"options\": {\"scale\": 99}} | study.json at /options/scale: seen \"99\", expected a number from 0.1 to 20",
        "{\"option\": {}}               | study.json at its top: seen \"option\", expected no other members than options, groups, combine"})
    void aBadFileOfTheStudyIsReportedAsOtherBadInputIs(String file, String detail) throws IOException {
        export("a 1", TestExport.files());
        Files.writeString(lab().resolve("study.json"), file);
        assertThat(run()).isEqualTo(Laptop.NOT_ALL);
        assertThat(err.toString(UTF_8)).startsWith("refused: " + detail).hasLineCount(1);
        assertThat(results()).isDirectoryContaining("glob:**/error.json").isDirectoryNotContaining(Files::isDirectory);
        Files.writeString(lab().resolve("study.json"), "{}");
        assertThat(run()).isEqualTo(Laptop.WELL);
        assertThat(results()).isDirectoryNotContaining("glob:**/error.json");
    }

    /** Without a file at the top, those below hold for their own folders. */
    @Test
    void studiesWithinAFolderKeepTheirOptions() throws IOException {
        export("inner/a", TestExport.files());
        export("b", TestExport.files());
        Files.writeString(lab().resolve("inner/study.json"), "{\"options\": {\"scale\": 5}}");
        assertThat(run()).isEqualTo(Laptop.WELL);
        assertThat(new ObjectMapper().readTree(text("inner/a/manifest.json")).at("/options/scale").asDouble()).isEqualTo(5);
        assertThat(new ObjectMapper().readTree(text("b/manifest.json")).at("/options/scale").asDouble()).isNotEqualTo(5);
        Files.writeString(lab().resolve("inner/study.json"), "{\"options\": {\"scale\": 99}}");
        assertThat(run()).isEqualTo(Laptop.NOT_ALL);
        assertThat(err.toString(UTF_8)).startsWith("refused: " + lab().resolve("inner/study.json") + " at /options/scale");
    }

    @Test
    void aFolderWhoseNameNoStudyCanHaveIsOneToo() throws IOException {
        Path odd = folder.resolve("on-demand");
        TestExport.under("a/", TestExport.files()).forEach((name, bytes) -> write(odd.resolve(name), bytes));
        assertThat(run(odd)).isEqualTo(Laptop.WELL);
        assertThat(text("study.html")).contains("./a/report.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"study/0123456789abcdef", "combined", "combined/a"})
    void anExportWhoseResultsWouldLieAmongTheStudysOwnIsRefused(String name) throws IOException {
        export(name, TestExport.files());
        assertThat(run()).isEqualTo(Laptop.NOT_ALL);
        assertThat(err.toString(UTF_8)).startsWith("the results of an export cannot have this path, rename it: ");
    }

    private void threeOfFourAreGood() throws IOException {
        export("a 1", TestExport.files());
        export("study", TestExport.files());
        write(lab().resolve("zipped.zip"), TestExport.zip(TestExport.under("inside/", TestExport.files())));
        export("b/worse & worst", Map.of("fixations.csv", TestExport.text("no,columns\n1,2\n"), "reference_image.png",
                TestExport.png(40, 30)));
        export(".hidden", TestExport.files());
        write(lab().resolve("notes.txt"), TestExport.text("nothing"));
    }

    private void export(String name, Map<String, byte[]> files) {
        files.forEach((file, bytes) -> write(lab().resolve(name).resolve(file), bytes));
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(String... flags) throws IOException {
        return run(lab(), flags);
    }

    private int run(Path exports, String... flags) {
        List<String> args = new ArrayList<>(List.of(flags));
        args.addAll(List.of(exports.toString(), results().toString()));
        return new Laptop(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false).run(args);
    }

    private Path lab() {
        return folder.resolve("lab");
    }

    private Path results() {
        return folder.resolve("results");
    }

    private String text(String name) throws IOException {
        return Files.readString(results().resolve(name));
    }

    private JsonNode document() throws IOException {
        return new ObjectMapper().readTree(text("study.json"));
    }
}
