package io.github.fixationheatmap.draw.png;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/** Writes PNG chunks: length, type, data, CRC-32 of type and data, all numbers big-endian (W3C PNG, third edition). */
public final class PngChunks {
    /** The number of bytes before a chunk's data. */
    static final int HEADER = 8;
    /** The number of bytes of a chunk without its data. */
    static final int OVERHEAD = 12;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private PngChunks() {}

    /** Writes a chunk's header and CRC around the data, which must already be in the array, from {@link #HEADER} on. */
    static ByteBuffer close(String type, byte[] chunk, int dataLength) {
        ByteBuffer buffer = ByteBuffer.wrap(chunk);
        buffer.putInt(dataLength).put(type.getBytes(StandardCharsets.US_ASCII));
        CRC32 crc = new CRC32();
        crc.update(chunk, 4, 4 + dataLength);
        buffer.putInt(HEADER + dataLength, (int) crc.getValue());
        return ByteBuffer.wrap(chunk, 0, OVERHEAD + dataLength);
    }

    static ByteBuffer chunk(String type, byte... data) {
        byte[] chunk = new byte[OVERHEAD + data.length];
        System.arraycopy(data, 0, chunk, HEADER, data.length);
        return close(type, chunk, data.length);
    }

    /** The parts of an 8-bit RGB image before its image data. */
    public static List<ByteBuffer> rgb(int width, int height) {
        return List.of(signature(), imageHeader(width, height, 2));
    }

    /** The parts of an 8-bit palette image before its image data, with these colours (PLTE) and alphas (tRNS). */
    public static List<ByteBuffer> palette(int width, int height, byte[] colours, byte[] alphas) {
        return List.of(signature(), imageHeader(width, height, 3), chunk("PLTE", colours), chunk("tRNS", alphas));
    }

    private static ByteBuffer signature() {
        return ByteBuffer.wrap(SIGNATURE.clone());
    }

    private static ByteBuffer imageHeader(int width, int height, int colourType) {
        ByteBuffer data = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) colourType);
        return chunk("IHDR", data.array());
    }
}
