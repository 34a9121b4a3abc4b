package io.github.fixationheatmap.draw.png;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Some rows of a picture as an IDAT chunk of their own: whole deflate blocks that end on a byte, so that bands made apart
 * join to one zlib stream (RFC 1950, 1951).
 *
 * @param idat the chunk
 * @param adler Adler-32 of the rows before compression
 * @param length of the rows before compression
 */
public record Strip(ByteBuffer idat, long adler, int length) {
    /** A last deflate block of no byte. */
    private static final byte[] END = {3, 0};
    private static final int ADLER_BASE = 65521;

    /** All bands of a picture, from the top, and the chunk that ends their stream. */
    static List<ByteBuffer> joined(List<Strip> bands) {
        List<ByteBuffer> parts = new ArrayList<>(bands.stream().map(Strip::idat).toList());
        long adler = bands.stream().reduce(new Strip(parts.get(0), 1, 0), Strip::followedBy).adler;
        parts.add(PngChunks.chunk("IDAT", ByteBuffer.allocate(6).put(END).putInt((int) adler).array()));
        return parts;
    }

    /** The Adler-32 of two parts of a stream, one after the other: both of its sums are linear in what came before. */
    private Strip followedBy(Strip next) {
        long a = adler & 0xffff;
        long b = adler >>> 16;
        long sumA = (a + (next.adler & 0xffff) + ADLER_BASE - 1) % ADLER_BASE;
        long sumB = (b + (next.adler >>> 16) + (a + ADLER_BASE - 1) % ADLER_BASE * (next.length % ADLER_BASE)) % ADLER_BASE;
        return new Strip(idat, sumB << 16 | sumA, next.length);
    }
}
