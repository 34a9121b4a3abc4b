package io.github.fixationheatmap.draw.png;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/** PNG's chunks: length, type, data, CRC-32 of type and data, all numbers with the high byte first (W3C PNG, third edition). */
public final class PngChunks {
    /** What stands before a chunk's data. */
    static final int HEAD = 8;
    /** What a chunk has besides its data. */
    static final int AROUND = 12;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private PngChunks() {}

    /** A chunk's head and CRC are filled in around data that already lie in place, from {@link #HEAD} on. */
    static ByteBuffer closed(String type, byte[] chunk, int dataLength) {
        ByteBuffer buffer = ByteBuffer.wrap(chunk);
        buffer.putInt(dataLength).put(type.getBytes(StandardCharsets.US_ASCII));
        CRC32 crc = new CRC32();
        crc.update(chunk, 4, 4 + dataLength);
        buffer.putInt(HEAD + dataLength, (int) crc.getValue());
        return ByteBuffer.wrap(chunk, 0, AROUND + dataLength);
    }

    static ByteBuffer chunk(String type, byte... data) {
        byte[] chunk = new byte[AROUND + data.length];
        System.arraycopy(data, 0, chunk, HEAD, data.length);
        return closed(type, chunk, data.length);
    }

    /** What an 8-bit RGB picture has before its image data. */
    public static List<ByteBuffer> rgb(int width, int height) {
        return List.of(signature(), header(width, height, 2));
    }

    /** What an 8-bit palette image has before its image data: PLTE and tRNS hold these colours and alphas. */
    public static List<ByteBuffer> palette(int width, int height, byte[] colours, byte[] alphas) {
        return List.of(signature(), header(width, height, 3), chunk("PLTE", colours), chunk("tRNS", alphas));
    }

    private static ByteBuffer signature() {
        return ByteBuffer.wrap(SIGNATURE.clone());
    }

    private static ByteBuffer header(int width, int height, int colourType) {
        ByteBuffer data = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) colourType);
        return chunk("IHDR", data.array());
    }
}
