package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Input that could mislead its owner is named in the manifest, or refused. */
class MisleadingDropTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server());

    private JsonNode manifest(Map<String, String> changes) {
        Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
        changes.forEach((name, content) -> files.put(name, text(content)));
        TestExport.under("inbox/x/", files).forEach(stack::upload);
        stack.handle(stack.event("inbox/x/fixations.csv"));
        JsonNode manifest = stack.json("x/manifest.json");
        assertThat(ManifestSchemaTest.SCHEMA.validate(manifest)).isEmpty();
        return manifest;
    }

    private static List<String> warnings(JsonNode manifest) {
        return StreamSupport.stream(manifest.path("warnings").spliterator(), false)
                .map(w -> w.path("type").asText() + ": " + w.path("detail").asText()).toList();
    }

    @Test
    void rowsThatRepeatCountOnce() {
        JsonNode manifest = manifest(Map.of("fixations.csv", TestExport.HEADER + "\n" + TestExport.ROWS + TestExport.ROWS));
        assertThat(manifest.at("/rows").toString()).isEqualTo(
                "{\"read\":10,\"counted\":3,\"leftOut\":{\"notMapped\":1,\"outsideImage\":1,\"recordingNotSelected\":0,\"repeated\":5}}");
        assertThat(warnings(manifest)).contains("rows-repeated: Rows of the fixations that repeat an earlier row"
                + " (recording, fixation id and start), and count once: 5 of 10.");
    }
}
