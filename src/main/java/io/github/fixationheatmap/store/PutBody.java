package io.github.fixationheatmap.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * What is written to an object: bytes in memory that may be read again and again, as a retried request does.
 *
 * @param length how many bytes there are
 * @param stream opens them from the first on
 */
public record PutBody(long length, Supplier<InputStream> stream) {
    public PutBody {
        if (length < 0) {
            throw new IllegalArgumentException("a length in bytes, not " + length);
        }
    }

    /** A body of these bytes; they are taken over, not copied. */
    public static PutBody of(byte[] bytes) {
        return new PutBody(bytes.length, () -> new ByteArrayInputStream(bytes));
    }
}
