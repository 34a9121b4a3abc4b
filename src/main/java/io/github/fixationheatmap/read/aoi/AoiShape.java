package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.analysis.aoi.Area;
import io.github.fixationheatmap.analysis.aoi.Area.Ellipse;
import io.github.fixationheatmap.analysis.aoi.Area.Rectangle;
import io.github.fixationheatmap.analysis.aoi.Effort;
import io.github.fixationheatmap.analysis.aoi.Mask;
import io.github.fixationheatmap.analysis.aoi.Polygon;
import io.github.fixationheatmap.analysis.aoi.Polygon.Ring;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/**
 * A shape in the coordinates of its file. The static methods read shapes in the common notations, and refuse those without an inside. The
 * size of the image that the coordinates refer to may follow later in the file.
 */
sealed interface AoiShape {

    /** The minimum extent in px or as a fraction: less than anything drawn, and more than rounding errors. */
    double MIN_EXTENT = 1e-6;

    /** The shape as an area of the reference image. The work of making it is counted. */
    Area toArea(CoordinateMapping mapping, Effort effort);

    /** The points of a ring. */
    final class Points {

        private final double[] x;
        private final double[] y;

        /** The points {@code x[i], y[i]}. Takes ownership of the arrays. */
        private Points(double[] x, double[] y) {
            this.x = x;
            this.y = y;
        }

        private Ring toRing(CoordinateMapping mapping) {
            double[] scaledX = x.clone();
            double[] scaledY = y.clone();
            for (int i = 0; i < x.length; i++) {
                scaledX[i] = mapping.x(x[i]);
                scaledY[i] = mapping.y(y[i]);
            }
            return Ring.of(scaledX, scaledY);
        }
    }

    /** Rings, filled by the even-odd rule. */
    record Rings(List<Points> rings) implements AoiShape {
        @Override
        public Area toArea(CoordinateMapping mapping, Effort effort) {
            return Polygon.of(rings.stream().map(ring -> ring.toRing(mapping)).toList(), effort);
        }
    }

    /** An axis-aligned rectangle with a width and a height above 0. */
    record Box(double left, double top, double right, double bottom) implements AoiShape {
        @Override
        public Area toArea(CoordinateMapping mapping, Effort effort) {
            return new Rectangle(mapping.x(left), mapping.y(top), mapping.x(right), mapping.y(bottom));
        }
    }

    /** An axis-aligned ellipse with radii above 0. */
    record Oval(double x, double y, double radiusX, double radiusY) implements AoiShape {
        @Override
        public Area toArea(CoordinateMapping mapping, Effort effort) {
            return new Ellipse(mapping.x(x), mapping.y(y), mapping.x(radiusX), mapping.y(radiusY));
        }
    }

    /**
     * A raster over the whole image.
     *
     * @param pixels row by row, set where inside
     * @param hasAlpha whether its alpha channel separates inside from outside
     */
    record Bitmap(int width, int height, BitSet pixels, boolean hasAlpha) implements AoiShape {
        @Override
        public Area toArea(CoordinateMapping mapping, Effort effort) {
            return Mask.of(width, height, pixels, mapping.imageWidth(), mapping.imageHeight());
        }

        boolean coversAll() {
            return pixels.nextClearBit(0) >= width * height;
        }
    }

    /** A ring of points, each a pair {@code [x, y]}. */
    static Points ringOfPairs(JsonValue points) {
        return ring(points, AoiShape::point);
    }

    /** A ring of points, each an object {@code {"X": x, "Y": y}}. */
    static Points ringOfObjects(JsonValue points) {
        return ring(points, p -> new double[] {p.get("X").number(), p.get("Y").number()});
    }

    private static Points ring(JsonValue points, Function<JsonValue, double[]> readPoint) {
        List<JsonValue> items = points.items();
        checkCount(points, items.size());
        double[] x = new double[items.size()];
        double[] y = new double[items.size()];
        for (int i = 0; i < x.length; i++) {
            double[] point = readPoint.apply(items.get(i));
            x[i] = point[0];
            y[i] = point[1];
        }
        return new Points(x, y);
    }

    /** A ring of points as {@code [x, y, x, y, ...]}. */
    static Points ringOfNumbers(JsonValue numbers) {
        List<JsonValue> items = numbers.items();
        if (items.size() % 2 != 0) {
            throw numbers.bad("an even count of numbers: x, y, x, y and so on");
        }
        checkCount(numbers, items.size() / 2);
        double[] x = new double[items.size() / 2];
        double[] y = new double[items.size() / 2];
        for (int i = 0; i < x.length; i++) {
            x[i] = items.get(2 * i).number();
            y[i] = items.get(2 * i + 1).number();
        }
        return new Points(x, y);
    }

    private static void checkCount(JsonValue points, int count) {
        if (count < Ring.MIN_POINTS) {
            throw points.bad("at least " + Ring.MIN_POINTS + " points");
        }
    }

    /** Several rings. */
    static Rings rings(JsonValue list, Function<JsonValue, Points> readRing) {
        List<JsonValue> rings = list.items();
        if (rings.isEmpty() || rings.size() > Polygon.MAX_RINGS) {
            throw list.bad("1 to " + Polygon.MAX_RINGS + " rings");
        }
        return new Rings(rings.stream().map(readRing).toList());
    }

    /** A point {@code [x, y]}. */
    static double[] point(JsonValue pair) {
        List<JsonValue> xy = pair.items();
        if (xy.size() != 2) {
            throw pair.bad("a point [x, y]");
        }
        return new double[] {xy.get(0).number(), xy.get(1).number()};
    }

    /** A rectangle by any two opposite corners. */
    static Box box(JsonValue source, double[] a, double[] b) {
        Box box = new Box(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
        if (!(box.right() - box.left() >= MIN_EXTENT && box.bottom() - box.top() >= MIN_EXTENT)) {
            throw source.bad("a rectangle with a width and a height");
        }
        return box;
    }

    /** An ellipse by its centre and its radii. */
    static Oval oval(JsonValue source, double x, double y, double radiusX, double radiusY) {
        if (!(radiusX >= MIN_EXTENT && radiusY >= MIN_EXTENT)) {
            throw source.bad("a radius above 0");
        }
        return new Oval(x, y, radiusX, radiusY);
    }
}
