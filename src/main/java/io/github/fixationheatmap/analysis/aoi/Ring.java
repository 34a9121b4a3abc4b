package io.github.fixationheatmap.analysis.aoi;

/** A closed line of three or more points, the last one joined to the first, in either direction. */
public final class Ring {

    /** The minimum number of points. */
    public static final int MIN_POINTS = 3;

    final double[] xs;
    final double[] ys;

    private Ring(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    /**
     * The ring through these points, which are copied. The last point may repeat the first.
     *
     * @throws IllegalArgumentException if there are fewer than {@value #MIN_POINTS}, the lengths differ, or a number is not finite
     */
    public static Ring of(double[] xs, double[] ys) {
        if (xs.length != ys.length || xs.length < MIN_POINTS) {
            throw new IllegalArgumentException("at least " + MIN_POINTS + " points, not " + xs.length + " x and " + ys.length + " y");
        }
        for (int i = 0; i < xs.length; i++) {
            if (!Double.isFinite(xs[i]) || !Double.isFinite(ys[i])) {
                throw new IllegalArgumentException("point " + i + " is not finite: " + xs[i] + ", " + ys[i]);
            }
        }
        return new Ring(xs.clone(), ys.clone());
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
    boolean contains(double x, double y) {
        boolean inside = false;
        for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
            inside ^= Edges.crosses(xs[i], ys[i], xs[j], ys[j], x, y);
        }
        return inside;
    }
}
