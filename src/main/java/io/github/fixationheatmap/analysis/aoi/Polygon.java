package io.github.fixationheatmap.analysis.aoi;

import java.util.List;

/**
 * A polygon of one or more rings. A point is inside if a ray from it crosses the rings an odd number of times (even-odd rule), so a ring
 * within a ring is a hole, and a ring within the hole is an island.
 *
 * <p>Half-open: the ray runs to the right, the upper end belongs to an edge and the lower end does not, and a point on an edge counts as
 * right of it (the crossing-number test of W. R. Franklin and of JTS' {@code RayCrossingCounter}, except that boundary points are assigned
 * to one side). So left and top edges belong to the polygon and right and bottom edges do not; for slanted edges it depends on the side
 * of the interior. The result equals that of exact arithmetic: if polygons tile a region, exactly one contains any point of it, even where
 * corners lie on the edges of other polygons.
 */
public final class Polygon implements Area {

    /** The maximum number of rings. */
    public static final int MAX_RINGS = 1_000;

    private final List<Ring> rings;
    private final Edges edges;
    private final Bounds bounds;
    private final double area;

    private Polygon(List<Ring> rings, Edges edges, Bounds bounds, double area) {
        this.rings = List.copyOf(rings);
        this.edges = edges;
        this.bounds = bounds;
        this.area = area;
    }

    /**
     * The polygon of these rings, in any order.
     *
     * @throws IllegalArgumentException if there is no ring or more than {@value #MAX_RINGS}
     */
    public static Polygon of(List<Ring> rings) {
        if (rings.isEmpty() || rings.size() > MAX_RINGS) {
            throw new IllegalArgumentException("1 to " + MAX_RINGS + " rings, not " + rings.size());
        }
        Bounds bounds = bounds(rings);
        return new Polygon(rings, Edges.of(rings, bounds), bounds, area(rings));
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

    /** The sum of the rings' areas, with holes subtracted: a ring is a hole if it lies in an odd number of other rings. */
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

    List<Ring> rings() {
        return rings;
    }

    @Override
    public boolean contains(double x, double y) {
        return bounds.contains(x, y) && edges.crossedOddly(x, y);
    }

    @Override
    public Bounds bounds() {
        return bounds;
    }

    /** {@inheritDoc} If edges cross each other, the parts on both sides of the crossing have opposite signs. */
    @Override
    public double area() {
        return area;
    }

    @Override
    public String kind() {
        return "polygon";
    }
}
