package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.local.EmbeddedS3Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code .zıp}, with the Turkish dotless i, is no zip, although Java's comparison without case says so. */
class DotlessZipTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    @Test
    void isNoZip() {
        try (ApiStack api = new ApiStack(S3.server())) {
            api.drops.upload("inbox/k.zıp", text("PK"));
            assertThat(api.post("/v1/heatmaps", "{\"drop\": \"k\"}").problem()).isEqualTo("unknown-drop");
            api.drops.drop("inbox/k.heatmap.json", text("{}"));
            assertThat(api.drops.log()).contains("waiting for k.zip");
        }
    }
}
