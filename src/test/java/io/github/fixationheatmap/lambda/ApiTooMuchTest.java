package io.github.fixationheatmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** A request that exceeds memory, stack or S3's limits gets an answer of the API. */
class ApiTooMuchTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    /** Throws when an object of a drop is read. */
    private record Poison(Supplier<Error> failure) implements ExecutionInterceptor {
        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof GetObjectRequest get && get.key().startsWith("inbox/")) {
                throw failure.get();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anErrorIsAnsweredAsAProblem(boolean memory) {
        Poison poison = new Poison(memory ? () -> new OutOfMemoryError("poison") : () -> new StackOverflowError("poison"));
        TestStack drops = new TestStack(S3.server());
        TestExport.under("inbox/k/", TestExport.files()).forEach(drops::upload);
        try (S3Client client = S3.server().watchedBy(poison); ApiStack api = new ApiStack(drops, client, "", presigner -> presigner)) {
            ApiStack.Answer answer = api.post("/v1/heatmaps", "{\"drop\": \"k\"}");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.problem()).isEqualTo("internal-error");
            assertThat(answer.body()).doesNotContain("poison");
            assertThat(api.log()).contains("\"request failed\"", memory ? "OutOfMemoryError" : "StackOverflowError", "\"status\":500");
        }
    }

    /** Otherwise S3 would reject the key, and the API would report an internal error. */
    @Test
    void aPrefixThatIsTooLongForS3IsABadParameter() {
        try (ApiStack api = new ApiStack(S3.server())) {
            assertThat(api.get("/v1/heatmaps?prefix=" + "k".repeat(900)).status()).isEqualTo(200);
            assertThat(api.get("/v1/heatmaps?prefix=" + "東".repeat(301)).problem()).isEqualTo("bad-parameter");
        }
    }
}
