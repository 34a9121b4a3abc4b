package io.github.fixationheatmap.analysis.aoi;

/**
 * A box with its edges, in px.
 *
 * @param left the least x
 * @param top the least y
 * @param right the largest x, not below the least
 * @param bottom the largest y, not below the least
 */
public record Bounds(double left, double top, double right, double bottom) {

    /** @throws IllegalArgumentException if an edge is not finite or lies beyond its opposite */
    public Bounds {
        if (!(Double.isFinite(left) && Double.isFinite(top) && Double.isFinite(right) && Double.isFinite(bottom))) {
            throw new IllegalArgumentException("edges are finite, not " + left + ", " + top + ", " + right + ", " + bottom);
        }
        if (left > right || top > bottom) {
            throw new IllegalArgumentException("a box from " + left + ", " + top + " to " + right + ", " + bottom + " is inside out");
        }
    }

    /** Whether the point lies in the box or on its edge; false where a coordinate is not a number. */
    public boolean contains(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    /** Whether the box has a part in common with an image of this size; touching its edge is not enough. */
    public boolean overlapsImage(int width, int height) {
        return right > 0 && left < width && bottom > 0 && top < height;
    }
}
