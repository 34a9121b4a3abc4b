package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The options of AOI tables, from upload to tables. */
class AoiOptionsDropTest {

    private static final String OPTIONS =
            "\"aoiColumns\":\"aoi\",\"background\":true,\"timeOrigin\":\"recording\",\"aoiMetrics\":\"extended\"";

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
        files.put("events.csv", text("""
                recording id,timestamp [ns],name,type
                r1,1636035501000000000,recording.begin,recording
                r1,1636035502000000000,begin,project
                """));
        files.put("recordings.csv", text("recording id,start timestamp [ns]\nr2,1636035601000000000\n"));
        files.put("heatmap.json", text("{" + OPTIONS + "}"));
        return files;
    }

    @Test
    void theyReachTheManifestAndTheTables() {
        try (EmbeddedS3 server = EmbeddedS3.start()) {
            TestStack stack = new TestStack(server);
            stack.drop(TestExport.under("inbox/x/", files()));

            JsonNode manifest = stack.json("x/manifest.json");
            assertThat(ManifestSchemaTest.SCHEMA.validate(manifest)).isEmpty();
            assertThat(manifest.path("options").toString()).contains(OPTIONS);
            assertThat(manifest.path("timeOrigin").asText()).isEqualTo("recording");
            assertThat(manifest.path("durations").asText()).isEqualTo("end - start");
            assertThat(manifest.at("/source/inputs").findValuesAsText("key")).endsWith("inbox/x/events.csv", "inbox/x/recordings.csv");
            assertThat(manifest.path("outputs").findValuesAsText("key")).endsWith("x/aoi_metrics.csv", "x/aoi_summary.csv");
            assertThat(new String(stack.result("x/aoi_fixations.csv"), UTF_8)).startsWith("aoi id,aoi name,");

            stack.drop("inbox/x/heatmap.json", text("{}"));
            assertThat(stack.resultKeys()).as("no summary of an earlier run stays behind").doesNotContain("x/aoi_summary.csv");
        }
    }

    @Test
    void withoutAnEndColumnDurationsComeFromTheirOwn() {
        try (EmbeddedS3 server = EmbeddedS3.start()) {
            TestStack stack = new TestStack(server);
            Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
            files.put("fixations.csv", text("section id,recording id,fixation id,start timestamp [ns],duration [ms],"
                    + "fixation detected in reference image,fixation x [px],fixation y [px]\n"
                    + "s1,r1,1,1636035502384515914,167,true,10,20\n"));
            stack.drop(TestExport.under("inbox/x/", files));
            assertThat(stack.json("x/manifest.json").path("durations").asText()).isEqualTo("duration [ms]");
        }
    }
}
