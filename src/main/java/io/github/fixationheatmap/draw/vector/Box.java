package io.github.fixationheatmap.draw.vector;

/**
 * A rectangle of a drawing, in px of the reference image.
 *
 * @param x its left edge
 * @param y its top edge
 * @param width its width, not negative
 * @param height its height, not negative
 */
public record Box(double x, double y, double width, double height) {

    /** @throws IllegalArgumentException if a side is negative, or a number is not finite */
    public Box {
        if (!(width >= 0 && height >= 0 && Double.isFinite(x + y + width + height))) {
            throw new IllegalArgumentException("no box: " + x + ", " + y + ", " + width + " x " + height);
        }
    }

    /** Its right edge. */
    public double right() {
        return x + width;
    }

    /** Its bottom edge. */
    public double bottom() {
        return y + height;
    }
}
