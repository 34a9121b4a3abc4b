package io.github.fixationheatmap.draw.png;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Adler32;

/**
 * Rows of an image as an IDAT chunk: whole deflate blocks that end at a byte boundary, so that separately compressed strips can be
 * joined to one zlib stream (RFC 1950, 1951).
 *
 * @param idat the chunk
 * @param adler the Adler-32 checksum of the rows before compression
 * @param length the length of the rows before compression, in bytes
 */
public record Strip(ByteBuffer idat, long adler, int length) {
    private static final byte[] ZLIB_HEADER = {0x78, 0x01};
    /** An empty last deflate block. */
    private static final byte[] END = {3, 0};
    private static final int ADLER_BASE = 65521;

    /** The IDAT chunks of all strips of an image, from the top, and the chunk that ends their stream. */
    static List<ByteBuffer> joined(List<Strip> strips) {
        List<ByteBuffer> parts = new ArrayList<>(strips.stream().map(Strip::idat).toList());
        long adler = strips.stream().reduce(new Strip(parts.get(0), 1, 0), Strip::followedBy).adler;
        parts.add(Png.Chunks.chunk("IDAT", ByteBuffer.allocate(6).put(END).putInt((int) adler).array()));
        return parts;
    }

    /** Combines the Adler-32 checksums of two consecutive parts of a stream: both sums are linear in the preceding ones. */
    private Strip followedBy(Strip next) {
        long a = adler & 0xffff;
        long b = adler >>> 16;
        long sumA = (a + (next.adler & 0xffff) + ADLER_BASE - 1) % ADLER_BASE;
        long sumB = (b + (next.adler >>> 16) + (a + ADLER_BASE - 1) % ADLER_BASE * (next.length % ADLER_BASE)) % ADLER_BASE;
        return new Strip(idat, sumB << 16 | sumA, next.length);
    }

    /** Compresses strips of filtered rows, one after the other. Its buffer is reused. Not thread-safe. */
    public static final class Compressor {
        private final byte[] chunk;

        /** A compressor of strips of at most {@code maxLength} bytes before compression. */
        public Compressor(int maxLength) {
            chunk = new byte[Png.Chunks.OVERHEAD + ZLIB_HEADER.length + Deflate.bound(maxLength)];
        }

        /**
         * Compresses rows.
         *
         * @param length the number of bytes in all rows
         * @param rowLength the number of bytes in each row
         * @param first whether the rows are the image's first
         */
        public Strip compress(byte[] rows, int length, int rowLength, boolean first) {
            Adler32 adler = new Adler32();
            adler.update(rows, 0, length);
            int headerLength = first ? ZLIB_HEADER.length : 0;
            System.arraycopy(ZLIB_HEADER, 0, chunk, Png.Chunks.HEADER, headerLength);
            int end = new Deflate(rows, length, rowLength).write(chunk, Png.Chunks.HEADER + headerLength);
            byte[] exact = Arrays.copyOf(chunk, end + Png.Chunks.OVERHEAD - Png.Chunks.HEADER);
            return new Strip(Png.Chunks.close("IDAT", exact, end - Png.Chunks.HEADER), adler.getValue(), length);
        }
    }
}
