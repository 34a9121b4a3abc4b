package io.github.fixationheatmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Studies from their file to their document, step by step as the state machine calls them. */
@Tag("slow")
class StudyTest {

    private static final String FILE = "inbox/lab/study.json";

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server(), S3.server().client(), "on");
    private final StudyStack study = new StudyStack(stack);

    private void upload(String folder) {
        TestExport.under(folder, TestExport.files()).forEach(stack::upload);
    }

    private void twentyDropsOfWhichOneIsBad() {
        for (int i = 0; i < 19; i++) {
            upload("inbox/lab/drop " + i + "/");
        }
        stack.upload("inbox/lab/bad <b>/fixations.csv", TestExport.text("no,columns\n1,2\n"));
        stack.upload("inbox/lab/bad <b>/reference_image.png", TestExport.png(40, 30));
        stack.upload(FILE, TestExport.text("{\"options\": {\"scale\": 5}}"));
    }

    private String page(String name) {
        return new String(stack.result("lab/" + name), StandardCharsets.UTF_8);
    }

    @Test
    void everyDropIsDoneOrNamed() {
        twentyDropsOfWhichOneIsBad();
        JsonNode planned = study.run(FILE);
        assertThat(planned.path("drops").asInt()).isEqualTo(20);
        JsonNode document = stack.json("lab/study.json");
        assertThat(document.path("exports").toString())
                .isEqualTo("{\"all\":20,\"done\":19,\"refused\":1,\"waiting\":0,\"failed\":0}");
        assertThat(document.path("failures").size()).isEqualTo(1);
        assertThat(document.at("/failures/0/drop").asText()).isEqualTo("inbox/lab/bad <b>/");
        assertThat(document.at("/failures/0/detail").asText()).contains("fixations.csv");
        assertThat(document.path("changedMeanwhile")).isEmpty();
        assertThat(stack.json("lab/drop 7/manifest.json").at("/options/scale").asDouble()).isEqualTo(5);
        assertThat(page("study.html")).contains("19 of 20 exports have results", "./drop%207/overlay.png", "bad &lt;b&gt;")
                .doesNotContain("bad <b>");
    }

    @Test
    void theTableOfRecordingsHasARowForEachRecordingOfEachDrop() {
        twentyDropsOfWhichOneIsBad();
        study.run(FILE);
        List<String> lines = page("study_recordings.csv").lines().toList();
        assertThat(lines.getFirst()).isEqualTo("drop,recording id,recording name,fixations counted,not mapped,outside image,"
                + "outside time,recording not selected,repeated,other stimulus");
        assertThat(lines).hasSize(1 + 19 * 2).contains("drop 7,r1,first,2,1,0,0,0,0,0", "drop 7,r2,second,1,0,1,0,0,0,0");
    }

    @Test
    void aStudyStartedAgainComputesNothing() {
        twentyDropsOfWhichOneIsBad();
        String run = study.run(FILE).path("run").asText();
        byte[] manifest = stack.result("lab/drop 3/manifest.json");
        study.takeLog();
        assertThat(study.run(FILE).path("run").asText()).isEqualTo(run);
        assertThat(study.takeLog()).doesNotContain("results written").contains("nothing to do: done before");
        assertThat(stack.result("lab/drop 3/manifest.json")).isEqualTo(manifest);
    }

    @Test
    void onlyAChangedDropIsDoneAgain() {
        twentyDropsOfWhichOneIsBad();
        String run = study.run(FILE).path("run").asText();
        study.takeLog();
        stack.upload("inbox/lab/drop 3/heatmap.json", TestExport.text("{\"scale\": 2}"));
        assertThat(study.run(FILE).path("run").asText()).isNotEqualTo(run);
        assertThat(study.takeLog().split("results written", -1)).hasSize(2);
        assertThat(stack.json("lab/drop 3/manifest.json").at("/options/scale").asDouble()).isEqualTo(2);
    }

    /** The constants are tested where they are; here the times come from the parts. */
    @Test
    void theCostIsEstimatedBeforeAndToldAfter() {
        stack.upload("inbox/lab/all.zip", TestExport.text("x"));
        stack.upload(FILE, TestExport.text("{}"));
        JsonNode planned = study.plan(FILE);
        JsonNode plan = stack.json("lab/study/" + planned.path("run").asText() + "/plan.json");
        study.replacePart(planned, 0, StudyParts.ofZip("all", 100, String::valueOf, n -> "done"));
        study.finish(planned);
        JsonNode document = stack.json("lab/study.json");
        assertThat(plan.path("estimate").toString()).isEqualTo("{\"seconds\":1.4,\"dollars\":1.59E-4}");
        assertThat(document.path("estimate")).isEqualTo(plan.path("estimate"));
        assertThat(document.path("seconds").asDouble()).isEqualTo(140);
        assertThat(document.path("dollars").asDouble()).isEqualTo(0.003855);
        assertThat(page("study.html"))
                .contains("Computing took 2 min, $0.0039; before it was estimated as 1 s, $0.00016.");
    }

    @Test
    void dropsThatChangeMeanwhileAreTold() {
        upload("inbox/lab/a/");
        stack.upload(FILE, TestExport.text("{}"));
        JsonNode planned = study.plan(FILE);
        study.runBatches(planned);
        upload("inbox/lab/b/");
        study.finish(planned);
        assertThat(stack.json("lab/study.json").path("changedMeanwhile").toString()).isEqualTo("[\"inbox/lab/b/\"]");
        assertThat(page("study.html")).contains("Drops changed while the study ran: 1");
    }

    @Test
    void aDropOfABatchThatDidNotEndIsNamed() {
        upload("inbox/lab/a/");
        stack.upload(FILE, TestExport.text("{}"));
        study.finish(study.plan(FILE));
        assertThat(stack.json("lab/study.json").at("/failures/0/drop").asText()).isEqualTo("inbox/lab/a/");
        assertThat(stack.json("lab/study.json").at("/failures/0/outcome").asText()).isEqualTo("failed");
    }

    /** With studies on, the drop's own event uses the same options, so that its results do not depend on which run came last. */
    @Test
    void theEventOfADropFindsItsResultsDone() {
        upload("inbox/lab/a/");
        stack.upload(FILE, TestExport.text("{\"options\": {\"weight\": \"duration\"}}"));
        study.run(FILE);
        stack.handle(stack.event("inbox/lab/a/fixations.csv"));
        assertThat(stack.log()).contains("nothing to do: done before").doesNotContain("results written");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "nothing            | study.json, line 1, column 1: seen",
        "[]                 | study.json at its top: seen \"[]\", expected an object with any of options",
        "{\"option\": {}}   | study.json at its top: seen \"option\", expected no other members than options",
        "{\"options\": 1}   | study.json at /options: seen \"1\", expected an object with any of",
        "{\"options\": {\"scale\": 99}} | study.json at /options/scale: seen \"99\", expected a number from 0.1 to 20",
        "{\"options\": {\"scales\": 1}} | study.json at /options: seen \"scales\", expected one of the options",
        "{\"options\": {}, \"options\": {}} | study.json, line 1, column"})
    void aBadFileIsReportedInTheStudysPlace(String file, String detail) {
        upload("inbox/lab/a/");
        stack.upload(FILE, TestExport.text(file));
        assertThat(study.run(FILE).toString()).isEqualTo("{\"outcome\":\"refused\"}");
        assertThat(stack.json("lab/error.json").path("detail").asText()).startsWith(detail);
        stack.upload(FILE, TestExport.text("{}"));
        study.run(FILE);
        assertThat(stack.resultKeys("lab/")).contains("lab/study.json").doesNotContain("lab/error.json");
    }

    @Test
    void aFileThatIsTooLongIsRefusedAndStopsNoDrop() {
        upload("inbox/lab/a/");
        stack.upload(FILE, new byte[1_000_000]);
        assertThat(study.run(FILE).toString()).isEqualTo("{\"outcome\":\"refused\"}");
        assertThat(stack.json("lab/error.json").path("detail").asText()).isEqualTo("study.json: expected at most 262144 bytes");
        stack.handle(stack.event("inbox/lab/a/fixations.csv"));
        assertThat(stack.resultKeys("lab/a/")).contains("lab/a/manifest.json");
    }

    @Test
    void aStudyWithoutDropsIsRefused() {
        stack.upload(FILE, TestExport.text("{}"));
        stack.upload("inbox/lab/notes.txt", TestExport.text("nothing"));
        study.run(FILE);
        assertThat(stack.json("lab/error.json").path("detail").asText()).startsWith("inbox/lab/: expected at least one drop below it");
    }

    @Test
    void aStudyWithinAStudyIsRefused() {
        stack.upload(FILE, TestExport.text("{}"));
        upload("inbox/lab/inner/a/");
        stack.upload("inbox/lab/inner/study.json", TestExport.text("{}"));
        study.run("inbox/lab/inner/study.json");
        assertThat(stack.json("lab/inner/error.json").path("detail").asText()).contains("no study within another one", FILE);
    }

    /** The study deletes what lies there and is not its own. */
    @ParameterizedTest
    @ValueSource(strings = {"inbox/lab/combined/", "inbox/lab/combined/a/", "inbox/lab/study/0123456789abcdef/"})
    void aDropWhoseResultsWouldLieAmongTheStudysOwnIsRefused(String folder) {
        upload(folder);
        stack.upload(FILE, TestExport.text("{}"));
        study.run(FILE);
        assertThat(stack.json("lab/error.json").path("detail").asText()).startsWith(folder + ": expected another name for this drop");
    }

    @Test
    void fixationsBesideTheFileAreRefused() {
        upload("inbox/lab/");
        stack.upload(FILE, TestExport.text("{}"));
        study.run(FILE);
        assertThat(stack.json("lab/error.json").path("detail").asText()).contains("a folder of its own for each drop");
    }

    @Test
    void aFileThatStartsNoStudyIsNoFailure() {
        assertThat(study.run("inbox/study.json").toString()).isEqualTo("{\"outcome\":\"refused\"}");
        assertThat(study.run("inbox/on-demand/study.json").toString()).isEqualTo("{\"outcome\":\"refused\"}");
        assertThat(study.run("inbox/gone/study.json").toString()).isEqualTo("{\"outcome\":\"refused\"}");
        assertThat(stack.resultKeys()).isEmpty();
    }

    @Test
    void aZipOfTwoExportsHasTwoRows() {
        Map<String, byte[]> both = TestExport.under("left/", TestExport.files());
        both.putAll(TestExport.under("right/", TestExport.files()));
        stack.upload("inbox/lab/both.zip", TestExport.zip(both));
        stack.upload(FILE, TestExport.text("{}"));
        study.run(FILE);
        assertThat(page("study.html")).contains("./both/left/overlay.png", "./both/right/overlay.png");
        assertThat(stack.json("lab/study.json").at("/exports/all").asInt()).isEqualTo(2);
    }
}
