package io.github.fixationheatmap.analysis.aoi;

/**
 * The part of the plane that an AOI covers, in px of the reference image, origin top left, y downwards.
 *
 * <p>Polygons and rectangles are half-open: points on a left or top edge are inside, points on a right or bottom edge are not. So if two of
 * them share an edge, exactly one contains a point on it. The image's own far edges, x = width and y = height, where the heatmap still
 * counts, are handled by {@link AoiIndex}.
 *
 * <p>Areas are immutable and thread-safe.
 */
public sealed interface Area permits Polygon, Rectangle, Ellipse, Mask {

    /** Whether the point lies inside; false if a coordinate is not a number. */
    boolean contains(double x, double y);

    /** A box outside of which {@link #contains} is false. */
    Bounds bounds();

    /** Its area in px<sup>2</sup>, including parts outside the image. */
    double area();

    /** The name of its kind of shape: {@code polygon}, {@code rectangle}, {@code ellipse} or {@code mask}. */
    String kind();

    /**
     * A bounding box, in px, its edges included.
     *
     * @param left the smallest x
     * @param top the smallest y
     * @param right the largest x, at least {@code left}
     * @param bottom the largest y, at least {@code top}
     */
    record Bounds(double left, double top, double right, double bottom) {

        /** @throws IllegalArgumentException if an edge is not finite or lies beyond its opposite */
        public Bounds {
            if (!(Double.isFinite(left) && Double.isFinite(top) && Double.isFinite(right) && Double.isFinite(bottom))) {
                throw new IllegalArgumentException("edges are finite, not " + left + ", " + top + ", " + right + ", " + bottom);
            }
            if (left > right || top > bottom) {
                throw new IllegalArgumentException("a box from " + left + ", " + top + " to " + right + ", " + bottom + " is inside out");
            }
        }

        /** Whether the point lies in the box or on its edge; false if a coordinate is not a number. */
        public boolean contains(double x, double y) {
            return x >= left && x <= right && y >= top && y <= bottom;
        }

        /** Whether the box overlaps an image of this size; touching its edge is not enough. */
        public boolean overlapsImage(int width, int height) {
            return right > 0 && left < width && bottom > 0 && top < height;
        }
    }
}
