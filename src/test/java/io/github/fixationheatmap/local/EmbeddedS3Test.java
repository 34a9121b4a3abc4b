package io.github.fixationheatmap.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;

/** What tests count on that run against the embedded server in place of S3. */
@Tag("slow")
class EmbeddedS3Test {

    private static final int WRITES = 60;

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    @Test
    void nobodySeesAnObjectBeforeItIsWhole() throws InterruptedException, ExecutionException {
        S3.server().createBucket("whole");
        byte[] content = new byte[1 << 20];
        new Random(1).nextBytes(content);
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<?> written = writer.submit(() -> {
                for (int i = 0; i < WRITES; i++) {
                    S3.server().client().putObject(r -> r.bucket("whole").key("object"), RequestBody.fromBytes(content));
                }
            });
            while (!written.isDone()) {
                assertThat(S3.server().client().listObjectsV2(r -> r.bucket("whole")).contents()).allSatisfy(object -> {
                    assertThat(object.key()).isEqualTo("object");
                    assertThat(object.eTag()).isNotNull();
                    assertThat(object.size()).isEqualTo(content.length);
                });
            }
            written.get();
        }
    }
}
