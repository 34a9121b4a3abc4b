package io.github.fixationheatmap.draw.vector;

/** Pixels that a drawing shows. The PNG is made of the pixels; the SVG embeds the encoded file. All methods are thread-safe. */
public interface Bitmap {

    /** The width in px, at least 1. */
    int width();

    /** The height in px, at least 1. */
    int height();

    /**
     * Writes one row of pixels.
     *
     * @param y the row, from 0 at the top
     * @param argb receives {@code width()} pixels, 0xAARRGGBB, sRGB, not premultiplied
     */
    void row(int y, int[] argb);

    /** The media type of {@link #encoded}. */
    String mediaType();

    /** The same pixels as a file. */
    byte[] encoded();
}
