package io.github.fixationheatmap.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The rows of the reference image, upright, in 8-bit sRGB. */
public interface ImageRows {
    /** The width in px, at least 1. */
    int width();

    /** The height in px, at least 1. */
    int height();

    /**
     * Writes one row of pixels to {@code rgb}. Several threads may call this at once.
     *
     * @param y the row, from 0 at the top
     * @param rgb receives 3 bytes per pixel in the order R, G, B, from left to right; at least {@code 3 * width()} long
     */
    void row(int y, byte[] rgb);

    /** Writes one row of opaque pixels, 0xFFRRGGBB, to {@code argb}, which is at least {@code width()} long. */
    default void row(int y, int[] argb) {
        byte[] rgb = new byte[3 * width()];
        row(y, rgb);
        opaque(rgb, 0, argb, width());
    }

    /** All rows, one after the other, each of {@code 3 * width()} bytes. They may be the image's own, so that callers only read them. */
    default byte[] rgb() {
        byte[] rgb = new byte[3 * width() * height()];
        byte[] row = new byte[3 * width()];
        for (int y = 0; y < height(); y++) {
            row(y, row);
            System.arraycopy(row, 0, rgb, y * row.length, row.length);
        }
        return rgb;
    }

    /** Writes {@code count} pixels of 3 bytes, which begin at {@code from}, as opaque pixels. */
    static void opaque(byte[] rgb, int from, int[] argb, int count) {
        for (int x = 0, i = from; x < count; x++, i += 3) {
            argb[x] = 0xff000000 | (rgb[i] & 255) << 16 | (rgb[i + 1] & 255) << 8 | (rgb[i + 2] & 255);
        }
    }

    /**
     * The SHA-256 of the size and of all pixels, in lower-case hex digits. Images with the same digest look the same, whatever their files.
     *
     * @param time is looked at for each row
     */
    default String digest(TimeCheck time) {
        MessageDigest digest = Digests.sha256();
        digest.update((width() + " x " + height()).getBytes(StandardCharsets.US_ASCII));
        byte[] rgb = new byte[3 * width()];
        for (int y = 0; y < height(); y++) {
            time.check();
            row(y, rgb);
            digest.update(rgb);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
