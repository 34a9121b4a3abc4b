package io.github.fixationheatmap.analysis.aoi;

import io.github.fixationheatmap.model.TimeCheck;
import java.util.Arrays;
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
    private final boolean crossesItself;

    private Polygon(List<Ring> rings, Edges edges, Bounds bounds, double area, boolean crossesItself) {
        this.rings = List.copyOf(rings);
        this.edges = edges;
        this.bounds = bounds;
        this.area = area;
        this.crossesItself = crossesItself;
    }

    /**
     * The polygon of these rings, in any order.
     *
     * @param effort counts the work of finding holes
     * @throws io.github.fixationheatmap.model.FixationListener.LimitExceededException if that is too much
     * @throws IllegalArgumentException if there is no ring or more than {@value #MAX_RINGS}
     */
    public static Polygon of(List<Ring> rings, Effort effort) {
        if (rings.isEmpty() || rings.size() > MAX_RINGS) {
            throw new IllegalArgumentException("1 to " + MAX_RINGS + " rings, not " + rings.size());
        }
        Bounds bounds = bounds(rings);
        Edges edges = Edges.of(rings, bounds);
        return new Polygon(rings, edges, bounds, area(rings, edges, effort), SelfCrossing.in(rings));
    }

    /** The same, for a few rings. */
    public static Polygon of(List<Ring> rings) {
        return of(rings, new Effort(TimeCheck.NONE));
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
    private static double area(List<Ring> rings, Edges edges, Effort effort) {
        double sum = 0;
        for (Ring ring : rings) {
            // Inside an odd number of all rings, except for the ring itself.
            boolean hole = rings.size() > 1 && (edges.crossedOddly(ring.xs[0], ring.ys[0], effort)
                    != ring.contains(ring.xs[0], ring.ys[0], effort));
            sum += hole ? -ring.area() : ring.area();
        }
        return Math.max(0, sum);
    }

    List<Ring> rings() {
        return rings;
    }

    @Override
    public boolean contains(double x, double y) {
        return contains(x, y, new Effort(TimeCheck.NONE));
    }

    /** The same, with its work counted. */
    boolean contains(double x, double y, Effort effort) {
        return bounds.contains(x, y) && edges.crossedOddly(SideOfLine.flushed(x), SideOfLine.flushed(y), effort);
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

    /** Whether edges cross each other, so that the area is not the true one. Outlines of many points are not examined, and give false. */
    public boolean crossesItself() {
        return crossesItself;
    }

    @Override
    public String kind() {
        return "polygon";
    }

    /** A closed line of three or more points, the last one joined to the first, in either direction. */
    public static final class Ring {

        /** The minimum number of points. */
        public static final int MIN_POINTS = 3;

        final double[] xs;
        final double[] ys;

        private Ring(double[] xs, double[] ys) {
            this.xs = xs;
            this.ys = ys;
        }

        /**
         * The ring through these points, which are copied. The last point may repeat the first. Magnitudes below 10<sup>-284</sup> count
         * as 0.
         *
         * @throws IllegalArgumentException if there are fewer than {@value #MIN_POINTS}, the lengths differ, or a magnitude is
         *     not at most 2<sup>46</sup>
         */
        public static Ring of(double[] xs, double[] ys) {
            if (xs.length != ys.length || xs.length < MIN_POINTS) {
                throw new IllegalArgumentException("at least " + MIN_POINTS + " points, not " + xs.length + " x and " + ys.length + " y");
            }
            for (int i = 0; i < xs.length; i++) {
                if (!(Math.abs(xs[i]) <= SideOfLine.MAX && Math.abs(ys[i]) <= SideOfLine.MAX)) {
                    throw new IllegalArgumentException("point " + i + " is too far away, or not a number: " + xs[i] + ", " + ys[i]);
                }
            }
            return new Ring(Arrays.stream(xs).map(SideOfLine::flushed).toArray(), Arrays.stream(ys).map(SideOfLine::flushed).toArray());
        }

        /** A point's x, in px. */
        public double x(int point) {
            return xs[point];
        }

        /** A point's y, in px. */
        public double y(int point) {
            return ys[point];
        }

        /** The number of points. */
        public int size() {
            return xs.length;
        }

        /** The shoelace formula, relative to the first point to keep the products small. */
        double area() {
            double twice = 0;
            for (int i = 2; i < xs.length; i++) {
                twice += (xs[i - 1] - xs[0]) * (ys[i] - ys[0]) - (xs[i] - xs[0]) * (ys[i - 1] - ys[0]);
            }
            return Math.abs(twice) / 2;
        }

        /** Whether the point lies inside, by the rules of {@link Polygon}. */
        boolean contains(double x, double y, Effort effort) {
            effort.add(xs.length);
            boolean inside = false;
            for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
                inside ^= Edges.crosses(xs[i], ys[i], xs[j], ys[j], x, y, effort);
            }
            return inside;
        }
    }
}
