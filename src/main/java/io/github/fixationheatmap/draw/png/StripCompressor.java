package io.github.fixationheatmap.draw.png;

import java.util.Arrays;
import java.util.zip.Adler32;

/** Makes bands of filtered rows, one after the other in the same place. Not safe for use by several threads. */
public final class StripCompressor {
    private static final byte[] ZLIB_HEADER = {0x78, 0x01};

    private final byte[] chunk;

    /** For bands of at most {@code longest} bytes before compression. */
    public StripCompressor(int longest) {
        chunk = new byte[PngChunks.AROUND + ZLIB_HEADER.length + Deflate.bound(longest)];
    }

    /**
     * Compresses rows.
     *
     * @param length how many bytes they have together
     * @param rowLength how many each has
     * @param first whether they are the picture's first
     */
    public Strip band(byte[] rows, int length, int rowLength, boolean first) {
        Adler32 adler = new Adler32();
        adler.update(rows, 0, length);
        int before = first ? ZLIB_HEADER.length : 0;
        System.arraycopy(ZLIB_HEADER, 0, chunk, PngChunks.HEAD, before);
        int end = new Deflate(rows, length, rowLength).write(chunk, PngChunks.HEAD + before);
        byte[] exact = Arrays.copyOf(chunk, end + PngChunks.AROUND - PngChunks.HEAD);
        return new Strip(PngChunks.closed("IDAT", exact, end - PngChunks.HEAD), adler.getValue(), length);
    }
}
