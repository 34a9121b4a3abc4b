package io.github.fixationheatmap.aoifile;

import io.github.fixationheatmap.aoi.Polygon;
import io.github.fixationheatmap.aoi.Ring;
import java.util.List;
import java.util.function.Function;

/** Reads shapes whose coordinates are written in one of the usual ways, and refuses those that have no inside. */
final class Shapes {

    /** Less than anything that can be drawn, in px and as a fraction, and above what rounding may swallow. */
    private static final double LEAST_EXTENT = 1e-6;

    private Shapes() {}

    /** A ring of points, each a pair {@code [x, y]}. */
    static Shape.Points ofPairs(Value points) {
        return ring(points, Shapes::pair);
    }

    /** A ring of points, each an object {@code {"X": x, "Y": y}}. */
    static Shape.Points ofObjects(Value points) {
        return ring(points, p -> new double[] {p.get("X").number(), p.get("Y").number()});
    }

    private static Shape.Points ring(Value points, Function<Value, double[]> read) {
        List<Value> items = points.items();
        checkPoints(points, items.size());
        double[] x = new double[items.size()];
        double[] y = new double[items.size()];
        for (int i = 0; i < x.length; i++) {
            double[] point = read.apply(items.get(i));
            x[i] = point[0];
            y[i] = point[1];
        }
        return new Shape.Points(x, y);
    }

    /** A ring of points as {@code [x, y, x, y, ...]}. */
    static Shape.Points ofFlatList(Value numbers) {
        List<Value> items = numbers.items();
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
        return new Shape.Points(x, y);
    }

    private static void checkPoints(Value points, int count) {
        if (count < Ring.FEWEST_POINTS) {
            throw points.bad("at least " + Ring.FEWEST_POINTS + " points");
        }
    }

    /** Several rings. */
    static Shape.Rings rings(Value list, Function<Value, Shape.Points> read) {
        List<Value> rings = list.items();
        if (rings.isEmpty() || rings.size() > Polygon.MOST_RINGS) {
            throw list.bad("1 to " + Polygon.MOST_RINGS + " rings");
        }
        return new Shape.Rings(rings.stream().map(read).toList());
    }

    /** A point {@code [x, y]}. */
    static double[] pair(Value point) {
        List<Value> xy = point.items();
        if (xy.size() != 2) {
            throw point.bad("a point [x, y]");
        }
        return new double[] {xy.get(0).number(), xy.get(1).number()};
    }

    /** A rectangle by two opposite corners, whichever they are. */
    static Shape.Box box(Value place, double[] a, double[] b) {
        Shape.Box box = new Shape.Box(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
        if (!(box.right() - box.left() >= LEAST_EXTENT && box.bottom() - box.top() >= LEAST_EXTENT)) {
            throw place.bad("a rectangle with a width and a height");
        }
        return box;
    }

    /** An ellipse by its centre and its radii. */
    static Shape.Oval oval(Value place, double x, double y, double radiusX, double radiusY) {
        if (!(radiusX >= LEAST_EXTENT && radiusY >= LEAST_EXTENT)) {
            throw place.bad("a radius above 0");
        }
        return new Shape.Oval(x, y, radiusX, radiusY);
    }
}
