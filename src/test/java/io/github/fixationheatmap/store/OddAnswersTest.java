package io.github.fixationheatmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.ObjectStore.PutCondition;
import io.github.fixationheatmap.store.ObjectStore.PutResult;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** Answers that the embedded S3 never gives. */
class OddAnswersTest {

    private static final String ETAG = "ETag: \"tag\"\r\n";

    @Test
    void aBodyThatEndsEarlyIsNoWholeObject() throws IOException {
        StoredObject object = new StoredObject("drops", "inbox/k/fixations.csv", 100, "\"tag\"");
        try (RawServer server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n" + ETAG + "\r\n" + "x".repeat(50));
                InputStream in = server.store().open(object)) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aVersionThatIsNoneIsNotNamed() {
        try (RawServer server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nx-amz-version-id: null\r\n" + ETAG + "\r\n")) {
            assertThat(server.store().put("results", "k/heatmap.png", "image/png", PutBody.of(new byte[10]), new PutCondition.Always()))
                    .isInstanceOfSatisfying(PutResult.Written.class, written -> assertThat(written.versionId()).isEmpty());
        }
    }

    @Test
    void aRefusalThatComesBeforeTheBodyIsARefusal() {
        String error = "<Error><Code>PreconditionFailed</Code><Message>no</Message></Error>";
        try (RawServer server = new RawServer("HTTP/1.1 412 Precondition Failed\r\nContent-Length: " + error.length()
                + "\r\nContent-Type: application/xml\r\nConnection: close\r\n\r\n" + error)) {
            PutBody large = PutBody.of(new byte[3 << 20]);
            assertThat(server.store().put("results", "k/manifest.json", "application/json", large, new PutCondition.IfAbsent()))
                    .isInstanceOf(PutResult.Refused.class);
        }
    }
}
