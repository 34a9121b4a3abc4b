package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.analysis.aoi.Polygon;
import io.github.fixationheatmap.analysis.aoi.Ring;
import java.util.List;
import java.util.function.Function;

/** Reads shapes whose coordinates are written in one of the usual ways, and refuses those that have no inside. */
final class AoiShapeReader {

    /** Less than anything that can be drawn, in px and as a fraction, and above what rounding may swallow. */
    private static final double MIN_EXTENT = 1e-6;

    private AoiShapeReader() {}

    /** A ring of points, each a pair {@code [x, y]}. */
    static AoiShape.Points ofPairs(JsonValue points) {
        return ring(points, AoiShapeReader::pair);
    }

    /** A ring of points, each an object {@code {"X": x, "Y": y}}. */
    static AoiShape.Points ofObjects(JsonValue points) {
        return ring(points, p -> new double[] {p.get("X").number(), p.get("Y").number()});
    }

    private static AoiShape.Points ring(JsonValue points, Function<JsonValue, double[]> read) {
        List<JsonValue> items = points.items();
        checkPoints(points, items.size());
        double[] x = new double[items.size()];
        double[] y = new double[items.size()];
        for (int i = 0; i < x.length; i++) {
            double[] point = read.apply(items.get(i));
            x[i] = point[0];
            y[i] = point[1];
        }
        return new AoiShape.Points(x, y);
    }

    /** A ring of points as {@code [x, y, x, y, ...]}. */
    static AoiShape.Points ofFlatList(JsonValue numbers) {
        List<JsonValue> items = numbers.items();
        if (items.size() % 2 != 0) {
            throw numbers.bad("an even count of numbers: x, y, x, y and so on");
        }
        checkPoints(numbers, items.size() / 2);
        double[] x = new double[items.size() / 2];
        double[] y = new double[items.size() / 2];
        for (int i = 0; i < x.length; i++) {
            x[i] = items.get(2 * i).number();
            y[i] = items.get(2 * i + 1).number();
        }
        return new AoiShape.Points(x, y);
    }

    private static void checkPoints(JsonValue points, int count) {
        if (count < Ring.FEWEST_POINTS) {
            throw points.bad("at least " + Ring.FEWEST_POINTS + " points");
        }
    }

    /** Several rings. */
    static AoiShape.Rings rings(JsonValue list, Function<JsonValue, AoiShape.Points> read) {
        List<JsonValue> rings = list.items();
        if (rings.isEmpty() || rings.size() > Polygon.MAX_RINGS) {
            throw list.bad("1 to " + Polygon.MAX_RINGS + " rings");
        }
        return new AoiShape.Rings(rings.stream().map(read).toList());
    }

    /** A point {@code [x, y]}. */
    static double[] pair(JsonValue point) {
        List<JsonValue> xy = point.items();
        if (xy.size() != 2) {
            throw point.bad("a point [x, y]");
        }
        return new double[] {xy.get(0).number(), xy.get(1).number()};
    }

    /** A rectangle by two opposite corners, whichever they are. */
    static AoiShape.Box box(JsonValue place, double[] a, double[] b) {
        AoiShape.Box box = new AoiShape.Box(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
        if (!(box.right() - box.left() >= MIN_EXTENT && box.bottom() - box.top() >= MIN_EXTENT)) {
            throw place.bad("a rectangle with a width and a height");
        }
        return box;
    }

    /** An ellipse by its centre and its radii. */
    static AoiShape.Oval oval(JsonValue place, double x, double y, double radiusX, double radiusY) {
        if (!(radiusX >= MIN_EXTENT && radiusY >= MIN_EXTENT)) {
            throw place.bad("a radius above 0");
        }
        return new AoiShape.Oval(x, y, radiusX, radiusY);
    }
}
