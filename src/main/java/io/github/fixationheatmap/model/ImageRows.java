package io.github.fixationheatmap.model;

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
}
