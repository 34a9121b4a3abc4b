package io.github.fixationheatmap.local;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An embedded S3 for all tests of a class. */
public final class EmbeddedS3Extension implements BeforeAllCallback, AfterAllCallback {

    private @Nullable EmbeddedS3 server;

    @Override
    public void beforeAll(ExtensionContext context) {
        server = EmbeddedS3.start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server().close();
    }

    /** The server; there is one only while tests run. */
    public EmbeddedS3 server() {
        return Objects.requireNonNull(server);
    }
}
