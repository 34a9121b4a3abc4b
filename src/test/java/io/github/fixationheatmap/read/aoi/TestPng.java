package io.github.fixationheatmap.read.aoi;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Builds PNG images chunk by chunk, including invalid ones. */
final class TestPng {

    static final int GREY = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int GREY_ALPHA = 4;
    static final int RGBA = 6;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private TestPng() {}

    static TestPng start(int width, int height, int bits, int colorType) {
        TestPng png = new TestPng();
        png.bytes.writeBytes(SIGNATURE);
        png.chunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) bits).put((byte) colorType).array());
        return png;
    }

    TestPng chunk(String type, byte... data) {
        byte[] typed = ByteBuffer.allocate(4 + data.length).put(type.getBytes(US_ASCII)).put(data).array();
        CRC32 crc = new CRC32();
        crc.update(typed);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        bytes.writeBytes(typed);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        return this;
    }

    /** Ends the image. {@code rows} are all its rows, each starting with its filter byte (0). */
    byte[] end(int... rows) {
        Deflater deflater = new Deflater();
        byte[] raw = new byte[rows.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) rows[i];
        }
        deflater.setInput(raw);
        deflater.finish();
        byte[] packed = new byte[rows.length + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        chunk("IDAT", Arrays.copyOf(packed, length)).chunk("IEND");
        return bytes.toByteArray();
    }
}
