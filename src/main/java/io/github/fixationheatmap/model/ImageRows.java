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
