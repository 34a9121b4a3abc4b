package io.github.fixationheatmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.Resources;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the manifest states about the reference image. */
class PictureDropTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private static JsonNode manifestWith(String picture) {
        TestStack stack = new TestStack(S3.server());
        Map<String, byte[]> files = TestExport.files();
        files.put("reference_image.png", Resources.bytes("/pictures/" + picture));
        stack.drop(TestExport.under("inbox/p/", files));
        return stack.json("p/manifest.json");
    }

    @Test
    void anIgnoredProfileIsAWarning() {
        assertThat(manifestWith("icc-display-p3.jpg").path("warnings")).singleElement().satisfies(w -> {
            assertThat(w.path("type").asText()).isEqualTo("colour-profile-ignored");
            assertThat(w.path("detail").asText()).isEqualTo(
                    "The colour profile \"Display P3\" of reference_image.png is ignored: its colours are taken as sRGB.");
        });
    }

    @Test
    void theSizeOfARotatedImageIsThatOfTheUprightOne() {
        JsonNode image = manifestWith("orientation-6.jpg").path("image");
        assertThat(image.path("width").asInt()).isEqualTo(32);
        assertThat(image.path("height").asInt()).isEqualTo(48);
    }
}
