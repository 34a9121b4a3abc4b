package io.github.fixationheatmap.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * The bytes of an object to write. They are in memory and may be read several times, as retried requests do.
 *
 * @param length how many bytes there are
 * @param stream opens a stream from the first byte on
 */
public record PutBody(long length, Supplier<InputStream> stream) {
    public PutBody {
        if (length < 0) {
            throw new IllegalArgumentException("a length in bytes, not " + length);
        }
    }

    /** A body of these bytes, which are not copied. */
    public static PutBody of(byte[] bytes) {
        return new PutBody(bytes.length, () -> new ByteArrayInputStream(bytes));
    }
}
