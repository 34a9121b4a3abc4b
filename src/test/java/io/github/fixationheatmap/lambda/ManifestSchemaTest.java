package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import io.github.fixationheatmap.Resources;
import io.github.fixationheatmap.local.EmbeddedS3;
import io.github.fixationheatmap.model.Digests;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The manifests of all kinds of drops are valid against the published schema, and describe their outputs correctly. */
@Tag("slow")
class ManifestSchemaTest {

    static final JsonSchema SCHEMA = Resources.schema("/io/github/fixationheatmap/result/manifest.schema.json");

    @Test
    void everyManifestIsValid() {
        try (EmbeddedS3 server = EmbeddedS3.start()) {
            TestStack stack = new TestStack(server);
            everyKindOfDrop(stack);
            int manifests = 0;
            for (String key : stack.resultKeys()) {
                assertThat(key).doesNotContain("error.json");
                if (key.endsWith("manifest.json")) {
                    JsonNode manifest = stack.json(key);
                    assertThat(SCHEMA.validate(manifest)).as(key).isEmpty();
                    checkOutputs(stack, manifest);
                    manifests++;
                }
            }
            assertThat(manifests).isEqualTo(8);
        }
    }

    private static void everyKindOfDrop(TestStack stack) {
        stack.drop(TestExport.under("inbox/rim/", TestExport.files()));
        Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
        files.put("heatmap.json", text("{\"weight\":\"duration\",\"normalization\":\"recording\",\"recordings\":[\"r1\"]}"));
        stack.drop(TestExport.under("inbox/options/", files));
        files.remove("heatmap.json");
        files.remove("sections.csv");
        stack.drop(TestExport.under("inbox/no sections/", files));
        files.put("fixations.csv", text(TestExport.HEADER + "\n"));
        stack.drop(TestExport.under("inbox/empty/", files));
        Map<String, byte[]> two = new LinkedHashMap<>(TestExport.under("one/", TestExport.files()));
        two.putAll(TestExport.under("two/", TestExport.files()));
        stack.drop("inbox/two.zip", TestExport.zip(two));
        files.put("fixations.csv", text("section id,recording id,fixation id,start timestamp [ns],end timestamp [ns],duration [ms],"
                + "fixation detected on surface,fixation x [normalized],fixation y [normalized]\n"
                + "a,b,c,1636035502384515914,1636035502552495914,167,true,0.25,0.5\n"));
        stack.drop(TestExport.under("inbox/marker/", files));
        files.remove("fixations.csv");
        files.put("fixations_on_surface_door.csv", text("fixation id,start timestamp [ns],end timestamp [ns],duration [ms],"
                + "fixation detected on surface,fixation x [normalized],fixation y [normalized]\n"
                + "7,1636035502384515914,1636035502552495914,167,True,1.0,0.5\n"));
        stack.drop(TestExport.under("inbox/neon/", files));
        assertThat(stack.json("neon/manifest.json").at("/rows/counted").asInt()).isEqualTo(1);
        assertThat(stack.json("marker/manifest.json").at("/source/enrichmentType").asText()).isEqualTo("marker-mapper");
    }

    private static void checkOutputs(TestStack stack, JsonNode manifest) {
        assertThat(manifest.path("outputs")).isNotEmpty();
        for (JsonNode output : manifest.path("outputs")) {
            byte[] bytes = stack.result(output.path("key").asText());
            byte[] digest = Digests.sha256().digest(bytes);
            assertThat(output.path("sha256").asText()).isEqualTo(HexFormat.of().formatHex(digest));
            assertThat(output.path("bytes").asLong()).isEqualTo(bytes.length);
        }
        JsonNode rows = manifest.path("rows");
        long sum = rows.path("counted").asLong();
        for (JsonNode reason : rows.path("leftOut")) {
            sum += reason.asLong();
        }
        assertThat(rows.path("read").asLong()).isEqualTo(sum);
    }

    @Test
    void manualMapperClassifiesByItsStatus() {
        try (EmbeddedS3 server = EmbeddedS3.start()) {
            TestStack stack = new TestStack(server);
            Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
            files.put("fixations.csv", text(TestExport.HEADER.replace("fixation detected in reference image", "fixation status") + """

                    s1,r1,1,1636035502384515914,1636035502552495914,167,True,10,20
                    s1,r1,2,1636035502584515914,1636035502652495914,67,False,,
                    s1,r1,3,1636035503384515914,1636035503552495914,167,Not mapped,,
                    s1,r1,4,1636035504384515914,1636035504552495914,167,False,-3.5,2
                    s1,r1,5,1636035505384515914,1636035505552495914,167,False,40,30
                    """));
            stack.drop(TestExport.under("inbox/manual/", files));
            JsonNode manifest = stack.json("manual/manifest.json");
            assertThat(SCHEMA.validate(manifest)).isEmpty();
            assertThat(manifest.path("rows").toString()).as("what lies on the picture's far corner counts, whatever its flag says")
                    .isEqualTo(
                    "{\"read\":5,\"counted\":2,\"leftOut\":{\"notMapped\":1,\"outsideImage\":2,\"outsideTime\":0,"
                            + "\"recordingNotSelected\":0,\"repeated\":0,\"otherStimulus\":0}}");
        }
    }
}
