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
public sealed interface Area permits Polygon, Area.Rectangle, Area.Ellipse, Mask {

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

    /**
     * An upright rectangle. It contains left &lt;= x &lt; right and top &lt;= y &lt; bottom, as the polygon of its corners does.
     *
     * @param left the smallest x
     * @param top the smallest y
     * @param right the right edge, above {@code left}
     * @param bottom the bottom edge, above {@code top}
     */
    record Rectangle(double left, double top, double right, double bottom) implements Area {

        /** @throws IllegalArgumentException if an edge is not finite, or the width or the height is not above 0 */
        public Rectangle {
            Bounds box = new Bounds(left, top, right, bottom);
            if (box.left() == box.right() || box.top() == box.bottom()) {
                throw new IllegalArgumentException("a rectangle has a width and a height above 0");
            }
        }

        @Override
        public boolean contains(double x, double y) {
            return x >= left && x < right && y >= top && y < bottom;
        }

        @Override
        public Bounds bounds() {
            return new Bounds(left, top, right, bottom);
        }

        @Override
        public double area() {
            return (right - left) * (bottom - top);
        }

        @Override
        public String kind() {
            return "rectangle";
        }
    }

    /**
     * An upright ellipse. It contains its interior, ((x - centerX) / radiusX)<sup>2</sup> + ((y - centerY) / radiusY)<sup>2</sup> &lt; 1,
     * and not its outline.
     *
     * @param centerX its centre's x
     * @param centerY its centre's y
     * @param radiusX half its width, above 0
     * @param radiusY half its height, above 0
     */
    record Ellipse(double centerX, double centerY, double radiusX, double radiusY) implements Area {

        /** @throws IllegalArgumentException if a number is not finite or a radius is not above 0 */
        public Ellipse {
            if (!(radiusX > 0 && radiusY > 0)) {
                throw new IllegalArgumentException("radii are above 0, not " + radiusX + " and " + radiusY);
            }
            // Rejects numbers that are not finite, also if only a sum overflows.
            new Bounds(centerX - radiusX, centerY - radiusY, centerX + radiusX, centerY + radiusY);
        }

        @Override
        public boolean contains(double x, double y) {
            double across = (x - centerX) / radiusX;
            double down = (y - centerY) / radiusY;
            return across * across + down * down < 1;
        }

        @Override
        public Bounds bounds() {
            return new Bounds(centerX - radiusX, centerY - radiusY, centerX + radiusX, centerY + radiusY);
        }

        @Override
        public double area() {
            return Math.PI * radiusX * radiusY;
        }

        @Override
        public String kind() {
            return "ellipse";
        }
    }
}
