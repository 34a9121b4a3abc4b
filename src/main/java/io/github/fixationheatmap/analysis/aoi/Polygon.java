package io.github.fixationheatmap.analysis.aoi;

import java.util.List;

/**
 * A polygon of one ring or several: a point is inside if a ray from it crosses the rings an odd number of times (even-odd), so a ring
 * within a ring is a hole, and an island within the hole is inside again.
 *
 * <p>Half-open: a ray runs to the right, each edge owns its upper end and not its lower one, and a point on an edge counts as right of it
 * (the crossing-number test of W. R. Franklin and of JTS' {@code RayCrossingCounter}, whose boundary points are given to one side here). So
 * a left or top edge belongs to the polygon and a right or bottom edge does not, slanted ones by which side their inside is on. It is
 * decided in exact arithmetic: of polygons that tile a region, exactly one contains any point of it, wherever their corners lie on each
 * other's edges.
 */
public final class Polygon implements Area {

    /** The most rings of a polygon. */
    public static final int MAX_RINGS = 1_000;

    private final EdgeBands edges;
    private final Bounds bounds;
    private final double area;

    private Polygon(EdgeBands edges, Bounds bounds, double area) {
        this.edges = edges;
        this.bounds = bounds;
        this.area = area;
    }

    /**
     * The polygon that these rings bound, in any order.
     *
     * @throws IllegalArgumentException if there is no ring or more than {@value #MAX_RINGS}
     */
    public static Polygon of(List<Ring> rings) {
        if (rings.isEmpty() || rings.size() > MAX_RINGS) {
            throw new IllegalArgumentException("1 to " + MAX_RINGS + " rings, not " + rings.size());
        }
        Bounds bounds = bounds(rings);
        return new Polygon(EdgeBands.of(rings, bounds), bounds, area(rings));
    }

    private static Bounds bounds(List<Ring> rings) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Ring ring : rings) {
            for (int i = 0; i < ring.size(); i++) {
                left = Math.min(left, ring.xs[i]);
                top = Math.min(top, ring.ys[i]);
                right = Math.max(right, ring.xs[i]);
                bottom = Math.max(bottom, ring.ys[i]);
            }
        }
        return new Bounds(left, top, right, bottom);
    }

    /** The rings' areas, those of holes subtracted: a ring is one if it lies in an odd number of others. */
    private static double area(List<Ring> rings) {
        double sum = 0;
        for (Ring ring : rings) {
            boolean hole = false;
            for (Ring other : rings) {
                hole ^= other != ring && other.contains(ring.xs[0], ring.ys[0]);
            }
            sum += hole ? -ring.area() : ring.area();
        }
        return Math.max(0, sum);
    }

    @Override
    public boolean contains(double x, double y) {
        return bounds.contains(x, y) && edges.crossedOddly(x, y);
    }

    @Override
    public Bounds bounds() {
        return bounds;
    }

    /** {@inheritDoc} Where edges cross each other, parts on different sides of the crossing are counted against each other. */
    @Override
    public double area() {
        return area;
    }

    @Override
    public String kind() {
        return "polygon";
    }
}
