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

/** A PNG file in memory, as a list of parts: they are never copied into one array. */
public final class Png {
    private final List<ByteBuffer> parts;
    private final long length;
    private final String sha256;

    /** A file of the remaining bytes of array-backed buffers. */
    Png(List<ByteBuffer> parts, String sha256) {
        this.parts = List.copyOf(parts);
        this.sha256 = sha256;
        this.length = parts.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    /** The file's length in bytes. */
    public long length() {
        return length;
    }

    /** The SHA-256 of the file, as hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** Writes the whole file; the stream stays open. */
    public void writeTo(OutputStream out) throws IOException {
        for (ByteBuffer part : parts) {
            out.write(part.array(), part.arrayOffset() + part.position(), part.remaining());
        }
    }

    /** A new stream of the whole file. */
    public InputStream open() {
        return new SequenceInputStream(Collections.enumeration(parts.stream().map(Png::open).toList()));
    }

    private static InputStream open(ByteBuffer part) {
        return new ByteArrayInputStream(part.array(), part.arrayOffset() + part.position(), part.remaining());
    }

    /**
     * A copy of the file in one array, for small images and tests.
     *
     * @throws ArithmeticException if the file has 2 GiB or more
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
