package io.github.fixationheatmap.model;

/** The picture under the heatmap, upright, in 8-bit sRGB. */
public interface ImageRows {
    /** Px, at least 1. */
    int width();

    /** Px, at least 1. */
    int height();

    /**
     * Writes one row of pixels. May be called from several threads at once.
     *
     * @param y the row, from 0 at the top
     * @param rgb takes 3 bytes a pixel in the order R, G, B, from the left; at least {@code 3 * width()} long
     */
    void row(int y, byte[] rgb);
}
