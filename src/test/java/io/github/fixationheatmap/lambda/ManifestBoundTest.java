package io.github.fixationheatmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A manifest has bounds, which hold before anything is written. */
class ManifestBoundTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server());

    /** The paths take 33 MB of the zip's directory, which may have 33.5 MB. In JSON each quote takes two bytes. */
    @Tag("slow")
    @Test
    void aManifestThatCouldNotBeReadAgainIsRefusedBeforeAnythingIsWritten() {
        String path = ("\"".repeat(255) + "/").repeat(130);
        Map<String, byte[]> entries = new LinkedHashMap<>(TestExport.under(path, TestExport.files()));
        byte[] mask = TestExport.png(4, 3);
        IntStream.range(0, 998).forEach(i -> entries.put(path + "aois/" + i + ".png", mask));
        stack.drop("inbox/k.zip", TestExport.zip(entries));
        assertThat(stack.resultKeys()).containsExactly("k/error.json");
        JsonNode error = stack.json("k/error.json");
        assertThat(error.path("type").asText()).isEqualTo("urn:fixation-heatmap:problem:too-large");
        assertThat(error.path("file").asText()).isEqualTo("inbox/k.zip");
        assertThat(error.path("detail").asText()).matches("inbox/k.zip: seen \"\\d{8} bytes of manifest.json\","
                + " expected names and paths that together give at most 66060288 bytes");
    }

    @Test
    void warningsAreCountedAndCut() {
        Map<String, byte[]> files = TestExport.files();
        files.put("aois.json", TestExport.text(IntStream.range(0, 103)
                .mapToObj(i -> "{\"name\": \"%d\", \"rectangle\": {\"x\": 1, \"y\": 1, \"width\": 2, \"height\": 2}}".formatted(i))
                .collect(Collectors.joining(",", "{\"aois\": [", "]}"))));
        TestExport.under("inbox/k/", files).forEach(stack::upload);
        stack.handle(stack.event("inbox/k/fixations.csv"));
        JsonNode warnings = stack.json("k/manifest.json").path("warnings");
        assertThat(warnings).hasSize(101);
        assertThat(warnings.path(99).path("detail").asText()).startsWith("The AOI \"99\"");
        assertThat(warnings.path(100).toString()).isEqualTo("{\"type\":\"more-warnings\",\"detail\":\"3 more warnings are left out.\"}");
    }
}
