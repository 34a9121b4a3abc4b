package io.github.fixationheatmap.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.lambda.priming.StubLambdaContext;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import io.github.fixationheatmap.store.S3ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An image that does not fit into the function's memory is bad input, and not a run that Lambda kills. */
class MemoryBoundTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server());

    private Settings settings(String memory) {
        return Settings.fromEnvironment(Map.of("RESULTS_BUCKET", stack.results, "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", memory));
    }

    /** The image of 100 million pixels has no pixel: it is refused by its header, or decoded and found damaged. */
    private String errorOfLargeImage(String memory) throws IOException {
        TestExport.under("inbox/k/", TestExport.files()).forEach(stack::upload);
        stack.upload("inbox/k/reference_image.png", BadFiles.png(List.of("IHDR10000 10000 8 2 0", "IDAT10", "IEND")));
        PrintStream log = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        new DropHandler(settings(memory), new S3ObjectStore(S3.server().client()), log)
                .handleRequest(new ByteArrayInputStream(stack.event("inbox/k/fixations.csv").toString().getBytes(UTF_8)),
                        new ByteArrayOutputStream(), new StubLambdaContext());
        assertThat(stack.resultKeys()).containsExactly("k/error.json");
        return stack.json("k/error.json").path("detail").asText();
    }

    @Test
    void thePixelBoundFollowsFromTheMemory() throws IOException {
        assertThat(errorOfLargeImage("512")).isEqualTo("reference_image.png: seen \"10000 x 10000 pixels, which take 812 MB\","
                + " expected an image that takes at most the 512 MB of the function; raise the stack's parameter MemorySize");
        assertThat(errorOfLargeImage("1024")).as("the error of another memory does not hold").doesNotContain("MemorySize");
    }

    @Test
    void moreMemoryThanAnyImageNeedsGivesTheSameFingerprint() {
        assertThat(settings("3072").limits()).isEqualTo(settings("2048").limits());
        assertThat(settings("512").limits()).isNotEqualTo(settings("2048").limits());
    }
}
