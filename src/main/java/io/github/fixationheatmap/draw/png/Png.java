package io.github.fixationheatmap.draw.png;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;

/** A PNG file in memory, in the parts that it was made in: they are never copied into one array. */
public final class Png {
    private final List<ByteBuffer> parts;
    private final long length;
    private final String sha256;

    /** Of buffers that have arrays behind them; what remains in each is its part. */
    Png(List<ByteBuffer> parts, String sha256) {
        this.parts = List.copyOf(parts);
        this.sha256 = sha256;
        this.length = parts.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    /** The file's length in bytes. */
    public long length() {
        return length;
    }

    /** The SHA-256 of the file, in hex digits. */
    public String sha256() {
        return sha256;
    }

    /** Writes the whole file; the stream stays open. */
    public void writeTo(OutputStream out) throws IOException {
        for (ByteBuffer part : parts) {
            out.write(part.array(), part.arrayOffset() + part.position(), part.remaining());
        }
    }

    /** The whole file from its beginning, as often as it is asked for. */
    public InputStream open() {
        return new SequenceInputStream(Collections.enumeration(parts.stream().map(Png::open).toList()));
    }

    private static InputStream open(ByteBuffer part) {
        return new ByteArrayInputStream(part.array(), part.arrayOffset() + part.position(), part.remaining());
    }

    /**
     * The file in one array: a copy, for small pictures and tests.
     *
     * @throws ArithmeticException if it has 2 GiB or more
     */
    public byte[] toByteArray() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.toIntExact(length));
        try {
            writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("an array does not fail", e);
        }
        return out.toByteArray();
    }
}
