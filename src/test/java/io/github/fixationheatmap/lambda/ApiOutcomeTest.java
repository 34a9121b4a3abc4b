package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.lambda.ApiStack.Answer;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The outcome of a request, immediate or queued: a result, or a problem with its location. */
@Tag("slow")
class ApiOutcomeTest {

    private static final OpenApi DESCRIPTION = OpenApi.read();

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    @AutoClose
    private final ApiStack api = ApiStack.withOneDrop(S3.server());

    @Test
    void aQueuedRequestHasTheSameResult() {
        Answer accepted = api.later("{\"drop\":\"study/kitchen\",\"options\":{\"recordings\":[\"second\"]}}");
        String id = accepted.json().path("id").asText();
        assertThat(api.drops.resultKeys()).isEmpty();
        api.work(id);
        api.work(id);
        JsonNode done = api.get("/v1/heatmaps/" + id).json();
        assertThat(done.at("/manifest/options/recordings/0").asText()).isEqualTo("second");
        assertThat(api.id("{\"drop\":\"study/kitchen\",\"options\":{\"recordings\":[\"second\"]}}")).isEqualTo(id);
    }

    @Test
    void aRequestWhoseDropChangedFailsAndCanBeRepeated() {
        String id = api.later("{\"drop\":\"study/kitchen\"}").json().path("id").asText();
        byte[] picture = TestExport.files().getOrDefault("reference_image.png", new byte[0]);
        api.drops.upload("inbox/study/kitchen/reference_image.png", TestExport.png(41, 30));
        api.work(id);
        Answer failed = api.get("/v1/heatmaps/" + id);
        DESCRIPTION.check("GET", "/v1/heatmaps/" + id, failed);
        assertThat(failed.json().path("status").asText()).isEqualTo("failed");
        assertThat(failed.json().at("/problem/type").asText()).endsWith(":drop-changed");

        api.drops.upload("inbox/study/kitchen/reference_image.png", picture);
        assertThat(api.id("{\"drop\":\"study/kitchen\"}")).as("the drop is what it was").isEqualTo(id);
    }

    @Test
    void badInputIsReportedWithItsLocationImmediateQueuedAndRepeated() {
        api.drops.upload("inbox/study/kitchen/fixations.csv", text(TestExport.HEADER + "\n" + TestExport.ROWS.replace("12.5", "12,5")));
        for (int i = 0; i < 2; i++) {
            Answer refused = api.post("/v1/heatmaps", "{\"drop\":\"study/kitchen\"}");
            DESCRIPTION.check("POST", "/v1/heatmaps", refused);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().path("file").asText() + " " + refused.json().path("line").asInt()).isEqualTo("fixations.csv 3");
        }
        String id = api.later("{\"drop\":\"study/kitchen\",\"options\":{\"scale\":7}}").json().path("id").asText();
        api.work(id);
        assertThat(api.get("/v1/heatmaps/" + id).json().at("/problem/line").asInt()).isEqualTo(3);
    }

    /** In the answer of the function the body is a JSON text, which takes four bytes for each quote of a name. */
    @Test
    void aManifestTooLongForAnAnswerIsSummedUpAndLinked() throws IOException {
        String quotes = "\"".repeat(250);
        String row = "s1,\"" + quotes + quotes + "%d\",1,1636035502384515914,1636035502552495914,167,true,10,20\n";
        api.drops.upload("inbox/study/kitchen/fixations.csv", text(TestExport.HEADER + "\n"
                + IntStream.range(0, 3_000).mapToObj(row::formatted).collect(Collectors.joining())));
        Answer made = api.post("/v1/heatmaps", "{\"drop\":\"study/kitchen\"}");
        DESCRIPTION.check("POST", "/v1/heatmaps", made);
        assertThat(ApiStack.JSON.writeValueAsBytes(made.body())).hasSizeLessThan(6 << 20);
        assertThat(made.json().has("manifest")).isFalse();
        JsonNode summary = made.json().path("summary");
        assertThat(summary.path("recordings").asInt()).isEqualTo(3_002);
        assertThat(summary.at("/rows/counted").asInt()).isEqualTo(3_000);
        assertThat(summary.path("manifestBytes").asInt()).isBetween(3_000_000, 5_000_000);
        assertThat(made.json().at("/links/files").has("manifest.json")).isTrue();
        String id = made.json().path("id").asText();
        assertThat(api.get("/v1/heatmaps/" + id).json().path("summary")).isEqualTo(summary);
        assertThat(api.get("/v1/heatmaps/" + id + "/overlay.png").status()).isEqualTo(303);
    }

    @Test
    void aDropThatWaitsIsNoResultAndItsMisnamedFileIsToldOf() {
        api.drops.drop("inbox/pantry/Fixations.csv", text("x"));
        assertThat(api.drops.resultKeys("pantry/")).containsExactly("pantry/waiting.json");
        assertThat(api.get("/v1/heatmaps?prefix=pantry/").json().path("items")).isEmpty();
        Answer refused = api.post("/v1/heatmaps", "{\"drop\":\"pantry\"}");
        DESCRIPTION.check("POST", "/v1/heatmaps", refused);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asText()).isEqualTo("The drop still lacks fixations.csv and reference_image.jpeg, .jpg or "
                + ".png; Fixations.csv is not read: its name should be fixations.csv, to the letter.");
    }

    @Test
    void anUnknownRecordingIsAProblemOfTheRequest() {
        Answer refused = api.post("/v1/heatmaps", "{\"drop\":\"study/kitchen\",\"options\":{\"recordings\":[\"first\",\"thrid\"]}}");
        assertThat(refused.json().path("pointer").asText()).isEqualTo("/options/recordings/1");
        assertThat(refused.json().path("value").asText()).isEqualTo("thrid");
    }
}
