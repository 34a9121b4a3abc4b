package io.github.fixationheatmap.analysis.aoi;

import io.github.fixationheatmap.analysis.aoi.Polygon.Ring;
import java.util.BitSet;
import java.util.List;

/**
 * A raster over the whole image, often coarser than the image. The point (x, y) lies in pixel (floor(x * maskWidth / imageWidth),
 * floor(y * maskHeight / imageHeight)); x = imageWidth and y = imageHeight belong to the last pixel. No point outside the image is inside.
 */
public final class Mask implements Area {

    /** The bounds of the set pixels are widened by this factor, which exceeds the rounding errors of two operations. */
    private static final double ROUNDING = 1e-15;

    private final int width;
    private final int height;
    private final BitSet pixels;
    private final int imageWidth;
    private final int imageHeight;
    private final Bounds bounds;

    private Mask(int width, int height, BitSet pixels, int imageWidth, int imageHeight) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
        this.imageWidth = imageWidth;
        this.imageHeight = imageHeight;
        this.bounds = boundsOfSetPixels();
    }

    /**
     * A mask of one bit per pixel.
     *
     * @param maskWidth the mask's own width
     * @param maskHeight the mask's own height
     * @param pixels its pixels row by row, {@code y * maskWidth + x}, set if inside; copied
     * @param imageWidth the image's width in px
     * @param imageHeight the image's height in px
     * @throws IllegalArgumentException if a side is below 1, the mask has more than 2^31 - 1 pixels, or one beyond its last is set
     */
    public static Mask of(int maskWidth, int maskHeight, BitSet pixels, int imageWidth, int imageHeight) {
        if (maskWidth < 1 || maskHeight < 1 || imageWidth < 1 || imageHeight < 1) {
            throw new IllegalArgumentException(
                    "sides of at least 1 px, not " + maskWidth + " x " + maskHeight + " over " + imageWidth + " x " + imageHeight);
        }
        long size = (long) maskWidth * maskHeight;
        if (size > Integer.MAX_VALUE || pixels.length() > size) {
            throw new IllegalArgumentException("pixel " + (pixels.length() - 1) + " is set in a mask of " + size);
        }
        // Copied by words, because a BitSet's clone may keep unused capacity.
        return new Mask(maskWidth, maskHeight, BitSet.valueOf(pixels.toLongArray()), imageWidth, imageHeight);
    }

    private Bounds boundsOfSetPixels() {
        int first = width;
        int last = -1;
        // From row to row with a set pixel: looking for the next one from each row on would take the square of the rows.
        for (int set = pixels.nextSetBit(0), row; set >= 0; set = pixels.nextSetBit(row + width)) {
            row = set - set % width;
            first = Math.min(first, set - row);
            last = Math.max(last, pixels.previousSetBit(row + width - 1) - row);
        }
        if (last < 0) {
            return new Bounds(0, 0, 0, 0);
        }
        int top = pixels.nextSetBit(0) / width;
        int bottom = (pixels.length() - 1) / width;
        return new Bounds(px(first, width, imageWidth) * (1 - ROUNDING), px(top, height, imageHeight) * (1 - ROUNDING),
                px(last + 1, width, imageWidth) * (1 + ROUNDING), px(bottom + 1, height, imageHeight) * (1 + ROUNDING));
    }

    private static double px(int pixel, int side, int imageSide) {
        return (double) pixel * imageSide / side;
    }

    /** Its outline in px of the image, of at most about {@code maxPoints} points: a mask with a longer one is made coarser. */
    List<Ring> outline(int maxPoints) {
        return MaskOutline.of(pixels, width, height, maxPoints).stream().map(ring -> {
            double[] xs = new double[ring.size() / 2];
            double[] ys = new double[xs.length];
            for (int i = 0; i < xs.length; i++) {
                xs[i] = px(ring.get(2 * i), width, imageWidth);
                ys[i] = px(ring.get(2 * i + 1), height, imageHeight);
            }
            return Ring.of(xs, ys);
        }).toList();
    }

    @Override
    public boolean contains(double x, double y) {
        // Written so that NaN is outside.
        if (!(x >= 0 && x <= imageWidth && y >= 0 && y <= imageHeight)) {
            return false;
        }
        int column = Math.min(width - 1, (int) (x * width / imageWidth));
        int row = Math.min(height - 1, (int) (y * height / imageHeight));
        return pixels.get(row * width + column);
    }

    /** {@inheritDoc} A mask without a set pixel has the image's upper left corner as its bounds. */
    @Override
    public Bounds bounds() {
        return bounds;
    }

    @Override
    public double area() {
        return (double) pixels.cardinality() * imageWidth * imageHeight / ((double) width * height);
    }

    @Override
    public String kind() {
        return "mask";
    }
}
