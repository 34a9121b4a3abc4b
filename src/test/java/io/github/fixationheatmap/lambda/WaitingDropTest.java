package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An incomplete drop keeps no error of files that no longer exist. */
class WaitingDropTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    @Test
    void anErrorOfReplacedFilesIsDeleted() {
        TestStack stack = new TestStack(S3.server());
        Map<String, byte[]> files = TestExport.files();
        stack.drop("inbox/k/fixations.csv", text("section id,recording id,fixation id,fixation on face\n"));
        assertThat(stack.resultKeys()).containsExactly("k/error.json");
        stack.drop("inbox/k/fixations.csv", files.getOrDefault("fixations.csv", new byte[0]));
        assertThat(stack.resultKeys()).isEmpty();
        assertThat(stack.log()).containsPattern("waiting for reference_image.*\"ms\":(0\\.[1-9]|[1-9])");
        stack.drop("inbox/k/reference_image.png", files.getOrDefault("reference_image.png", new byte[0]));
        assertThat(stack.resultKeys()).contains("k/manifest.json").doesNotContain("k/error.json");
    }

    @Test
    void earlierResultsStay() {
        TestStack stack = new TestStack(S3.server());
        TestExport.under("inbox/k/", TestExport.files()).forEach(stack::drop);
        Map<String, byte[]> before = stack.allResults();
        stack.remove("inbox/k/reference_image.png");
        stack.drop("inbox/k/fixations.csv", text("section id,recording id,fixation id,fixation on face\n"));
        assertThat(stack.resultKeys()).contains("k/error.json", "k/manifest.json");
        stack.drop("inbox/k/fixations.csv", TestExport.files().getOrDefault("fixations.csv", new byte[0]));
        assertThat(stack.allResults()).containsExactlyInAnyOrderEntriesOf(before);
    }
}
