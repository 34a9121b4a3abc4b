package io.github.fixationheatmap.analysis.aoi;

/**
 * The part of the plane that an AOI covers, in px of the reference image, origin top left, y downwards.
 *
 * <p>Polygons and rectangles are half-open: of their outline they contain what lies on the left and on the top, and not what lies on the
 * right or on the bottom. So of two that share an edge exactly one contains a point on it. The image's own far edges, x = width and y =
 * height, where the heatmap still counts, are dealt with where fixations ask, not here.
 *
 * <p>Areas are immutable and may be asked by several threads.
 */
public sealed interface Area permits Polygon, Rectangle, Ellipse, Mask {

    /** Whether the point lies inside; false where a coordinate is not a number. */
    boolean contains(double x, double y);

    /** A box outside of which {@link #contains} is false. */
    Bounds bounds();

    /** Its area in px<sup>2</sup>, parts outside the image included. */
    double area();

    /** The name of its kind of shape: {@code polygon}, {@code rectangle}, {@code ellipse} or {@code mask}. */
    String kind();
}
