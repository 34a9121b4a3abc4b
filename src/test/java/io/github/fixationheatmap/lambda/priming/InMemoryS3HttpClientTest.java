package io.github.fixationheatmap.lambda.priming;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.ObjectStore.PutCondition;
import io.github.fixationheatmap.store.ObjectStore.PutResult;
import io.github.fixationheatmap.store.S3ObjectStore;
import io.github.fixationheatmap.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The S3 in memory answers the store as S3 does. */
class InMemoryS3HttpClientTest {

    private static final String BUCKET = "priming";

    @Test
    void storesObjects() throws IOException {
        S3ObjectStore store = PrimingS3.store(Map.of(
                BUCKET + "/inbox/a/x.csv", "0123456789".getBytes(UTF_8),
                BUCKET + "/inbox/a/deeper/y.csv", new byte[3],
                "another/inbox/a/z.csv", new byte[4]));
        assertThat(store.list(BUCKET, "inbox/a/")).extracting(StoredObject::key).containsExactly("inbox/a/x.csv");
        StoredObject found = store.fetch(BUCKET, "inbox/a/x.csv", 10).orElseThrow().object();
        assertThat(store.list(BUCKET, "inbox/a/")).containsExactly(found);
        try (InputStream in = store.open(found)) {
            assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("0123456789");
        }
        assertThat(store.read(found, 3, 4)).asString(UTF_8).isEqualTo("3456");
        assertThat(store.fetch(BUCKET, "inbox/a/absent.csv", 10)).isEmpty();

        PutResult put = store.put(BUCKET, "m.json", "application/json", PutBody.of("{}".getBytes(UTF_8)), new PutCondition.IfAbsent());
        assertThat(put).isEqualTo(new PutResult.Written(store.list(BUCKET, "m").getFirst(), Optional.empty()));
        assertThat(store.fetch(BUCKET, "m.json", 10).orElseThrow().bytes()).asString(UTF_8).isEqualTo("{}");
        store.delete(BUCKET, "m.json");
        assertThat(store.fetch(BUCKET, "m.json", 10)).isEmpty();
    }

    @Test
    void connectsToThisProcess() throws IOException {
        PrimingS3.connect();
    }
}
