package io.github.fixationheatmap.analysis.aoi;

import io.github.fixationheatmap.analysis.aoi.Area.Ellipse;
import io.github.fixationheatmap.analysis.aoi.Area.Rectangle;
import io.github.fixationheatmap.analysis.aoi.Polygon.Ring;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The outline of an area, for drawing. A point is inside if a ray from it crosses the rings an odd number of times.
 *
 * @param rings closed lines, in px of the reference image
 */
public record Outline(List<Ring> rings) {

    private static final int ELLIPSE_POINTS = 96;

    /** The most cells that the search for the centre divides. */
    private static final int MAX_DIVISIONS = 400;
    private static final int MAX_CELLS_ON_A_SIDE = 64;
    private static final double PRECISION = 0.005;

    public Outline {
        rings = List.copyOf(rings);
    }

    /** A point, in px of the reference image. */
    public record Point(double x, double y) {}

    /**
     * The outline of an area.
     *
     * @param detail points of a polygon that are closer to the one before are left out, in px
     * @param maxPoints the number of points above which outlines are made coarser
     */
    public static Outline of(Area area, double detail, int maxPoints) {
        return new Outline(switch (area) {
            case Rectangle r -> List.of(rectangle(r.left(), r.top(), r.right(), r.bottom()));
            case Ellipse e -> List.of(ellipse(e, Math.clamp(maxPoints, 8, ELLIPSE_POINTS)));
            case Mask m -> m.outline(maxPoints);
            case Polygon p -> simplified(p, detail, maxPoints);
        });
    }

    private static Ring rectangle(double left, double top, double right, double bottom) {
        return Ring.of(new double[] {clamped(left), clamped(right), clamped(right), clamped(left)},
                new double[] {clamped(top), clamped(top), clamped(bottom), clamped(bottom)});
    }

    private static double clamped(double coordinate) {
        return Math.clamp(coordinate, -SideOfLine.MAX, SideOfLine.MAX);
    }

    private static Ring ellipse(Ellipse e, int points) {
        double[] xs = new double[points];
        double[] ys = new double[points];
        for (int i = 0; i < points; i++) {
            double angle = 2 * Math.PI * i / points;
            xs[i] = clamped(e.centerX() + e.radiusX() * StrictMath.cos(angle));
            ys[i] = clamped(e.centerY() + e.radiusY() * StrictMath.sin(angle));
        }
        return Ring.of(xs, ys);
    }

    /** Rings without points that are close to the one before, with more and more left out until there are few enough. */
    private static List<Ring> simplified(Polygon polygon, double detail, int maxPoints) {
        List<Ring> simpler = polygon.rings();
        for (double apart = detail; ; apart *= 2) {
            double distance = apart;
            simpler = simpler.stream().flatMap(ring -> simplified(ring, distance).stream()).toList();
            if (simpler.isEmpty()) {
                Area.Bounds box = polygon.bounds();
                return List.of(rectangle(box.left(), box.top(), box.right(), box.bottom()));
            }
            if (simpler.stream().mapToLong(Ring::size).sum() <= Math.max(maxPoints, Ring.MIN_POINTS)) {
                return simpler;
            }
        }
    }

    /** A ring whose points keep their distance, or nothing if it is too small for that. */
    private static Optional<Ring> simplified(Ring ring, double distance) {
        double[] xs = new double[ring.size()];
        double[] ys = new double[ring.size()];
        int size = 0;
        for (int i = 0; i < ring.size(); i++) {
            if (size == 0 || Math.hypot(ring.x(i) - xs[size - 1], ring.y(i) - ys[size - 1]) >= distance) {
                xs[size] = ring.x(i);
                ys[size++] = ring.y(i);
            }
        }
        return size < Ring.MIN_POINTS ? Optional.empty() : Optional.of(Ring.of(Arrays.copyOf(xs, size), Arrays.copyOf(ys, size)));
    }

    /** A square in which the centre may be, and the most that its points can be away from the edge. */
    private record Cell(double x, double y, double half, double distance) {
        double potential() {
            return distance + half * Math.sqrt(2);
        }
    }

    /**
     * The visual centre of the part on an image: the point farthest from the outline and from the image's edges, its "pole of
     * inaccessibility" (D. Garcia-Castellanos and U. Lombardo, "Poles of inaccessibility", 2007). Squares are divided as long as one of
     * them may hold a better point, the most promising first, as in V. Agafonkin's "polylabel" (2016). Empty if no part is on the image.
     */
    public Optional<Point> centre(int width, int height) {
        DoubleSummaryStatistics xs = rings.stream().flatMapToDouble(ring -> Arrays.stream(ring.xs)).summaryStatistics();
        DoubleSummaryStatistics ys = rings.stream().flatMapToDouble(ring -> Arrays.stream(ring.ys)).summaryStatistics();
        double left = Math.max(0, xs.getMin());
        double top = Math.max(0, ys.getMin());
        double right = Math.min(width, xs.getMax());
        double bottom = Math.min(height, ys.getMax());
        return left < right && top < bottom ? centre(new Area.Bounds(left, top, right, bottom)) : Optional.empty();
    }

    private Optional<Point> centre(Area.Bounds box) {
        double width = box.right() - box.left();
        double height = box.bottom() - box.top();
        double side = Math.max(Math.min(width, height), Math.max(width, height) / MAX_CELLS_ON_A_SIDE);
        PriorityQueue<Cell> cells = new PriorityQueue<>((a, b) -> Double.compare(b.potential(), a.potential()));
        Cell best = cell(box, box.left() + width / 2, box.top() + height / 2, 0);
        for (double y = box.top(); y < box.bottom(); y += side) {
            for (double x = box.left(); x < box.right(); x += side) {
                cells.add(cell(box, x + side / 2, y + side / 2, side / 2));
            }
        }
        for (int divided = 0; divided < MAX_DIVISIONS && !cells.isEmpty(); divided++) {
            Cell cell = cells.remove();
            best = cell.distance > best.distance ? cell : best;
            if (cell.potential() <= best.distance + PRECISION * side) {
                break;
            }
            double half = cell.half / 2;
            for (int i = 0; i < 4; i++) {
                cells.add(cell(box, cell.x + (i % 2 == 0 ? -half : half), cell.y + (i < 2 ? -half : half), half));
            }
        }
        return best.distance > 0 ? Optional.of(new Point(best.x, best.y)) : Optional.empty();
    }

    private Cell cell(Area.Bounds box, double x, double y, double half) {
        double toBox = Math.min(Math.min(x - box.left(), box.right() - x), Math.min(y - box.top(), box.bottom() - y));
        return new Cell(x, y, half, Math.min(toBox, distance(x, y)));
    }

    /** The distance from a point to the outline, below 0 outside. */
    private double distance(double x, double y) {
        boolean inside = false;
        double least = Double.POSITIVE_INFINITY;
        for (Ring ring : rings) {
            for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                inside ^= ring.ys[i] > y != ring.ys[j] > y
                        && x < ring.xs[i] + (y - ring.ys[i]) / (ring.ys[j] - ring.ys[i]) * (ring.xs[j] - ring.xs[i]);
                double dx = ring.xs[j] - ring.xs[i];
                double dy = ring.ys[j] - ring.ys[i];
                double length = dx * dx + dy * dy;
                double share = length == 0 ? 0 : Math.clamp(((x - ring.xs[i]) * dx + (y - ring.ys[i]) * dy) / length, 0, 1);
                double acrossX = x - ring.xs[i] - share * dx;
                double acrossY = y - ring.ys[i] - share * dy;
                least = Math.min(least, acrossX * acrossX + acrossY * acrossY);
            }
        }
        return inside ? Math.sqrt(least) : -Math.sqrt(least);
    }
}
