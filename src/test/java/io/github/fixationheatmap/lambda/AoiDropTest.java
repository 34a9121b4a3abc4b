package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.Resources;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The example with results calculated by hand, from upload to tables. */
class AoiDropTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server());

    private static byte[] resource(String name) {
        return Resources.bytes("/aoi-example/" + name);
    }

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("fixations.csv", resource("fixations.csv"));
        files.put("sections.csv", resource("sections.csv"));
        files.put("reference_image.png", TestExport.png(100, 80));
        files.put("aois.json", resource("aois.json"));
        return files;
    }

    private void checkTables(String prefix) {
        assertThat(stack.result(prefix + "aoi_fixations.csv")).asString(UTF_8).isEqualTo(new String(resource("aoi_fixations.csv"), UTF_8));
        assertThat(stack.result(prefix + "aoi_metrics.csv")).asString(UTF_8).isEqualTo(new String(resource("aoi_metrics.csv"), UTF_8));
    }

    @Test
    void folderAndZipGiveTheTablesCalculatedByHand() {
        stack.drop(TestExport.under("inbox/folder/", files()));
        stack.drop("inbox/k.zip", TestExport.zip(files()));
        checkTables("folder/");
        checkTables("k/");
    }

    @Test
    void anotherFileAmongMasksIsAWarning() {
        Map<String, byte[]> files = TestExport.files();
        files.put("aois/mug.png", TestExport.png(8, 6));
        files.put("aois/notes.txt", text("mug: Anna's"));
        files.put("heatmap.json", text("{\"timeOrigin\":\"section\"}"));
        stack.drop(TestExport.under("inbox/x/", files));
        assertThat(stack.json("x/manifest.json").path("warnings").findValuesAsText("detail"))
                .containsExactly("Among the masks lie files that are no pictures and were passed over: aois/notes.txt.");
        stack.drop("inbox/k.zip", TestExport.zip(files));
        assertThat(stack.json("k/manifest.json").path("warnings").findValuesAsText("type")).containsExactly("aoi-file-ignored");
    }

    @Test
    void theManifestListsTheAois() {
        stack.drop(TestExport.under("inbox/x/", files()));
        JsonNode manifest = stack.json("x/manifest.json");
        assertThat(ManifestSchemaTest.SCHEMA.validate(manifest)).isEmpty();
        assertThat(manifest.path("aois")).map(aoi -> aoi.path("id").asText() + " " + aoi.path("kind").asText() + " "
                + aoi.at("/area/px").asLong() + " " + aoi.path("fixationsHit").asLong()).containsExactly(
                        "aoi-1 rectangle 1200 4", "aoi-2 rectangle 200 1", "aoi-3 ellipse 314 2", "aoi-4 polygon 1000 2");
        assertThat(manifest.at("/source/inputs").findValuesAsText("key")).contains("inbox/x/aois.json");
        assertThat(manifest.path("warnings").findValuesAsText("type")).containsExactly("fixations-outside-image", "time-origin-section");
    }

    @Test
    void extendedMetricsHaveTheirSummary() {
        Map<String, byte[]> files = files();
        files.put("heatmap.json", text("{\"aoiMetrics\":\"extended\"}"));
        stack.drop(TestExport.under("inbox/x/", files));
        assertThat(stack.result("x/aoi_metrics.csv")).asString(UTF_8).isEqualTo(new String(resource("aoi_metrics_extended.csv"), UTF_8));
        assertThat(stack.result("x/aoi_summary.csv")).asString(UTF_8).isEqualTo(new String(resource("aoi_summary.csv"), UTF_8));
    }

    @Test
    void recordingsThatAreNotSelectedHaveNoRows() {
        Map<String, byte[]> files = files();
        files.put("heatmap.json", text("{\"recordings\":[\"second\"]}"));
        stack.drop(TestExport.under("inbox/x/", files));
        assertThat(stack.result("x/aoi_fixations.csv")).asString(UTF_8).contains("rec-b").doesNotContain("rec-a");
        assertThat(stack.result("x/aoi_metrics.csv")).asString(UTF_8).contains(",rec-b,").doesNotContain("rec-a").doesNotContain("rec-c");
    }
}
