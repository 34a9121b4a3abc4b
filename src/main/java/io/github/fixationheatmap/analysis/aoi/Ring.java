package io.github.fixationheatmap.analysis.aoi;

/** A closed line of three points or more, the last one joined to the first; it does not matter which way round it runs. */
public final class Ring {

    /** The fewest points that have an inside. */
    public static final int FEWEST_POINTS = 3;

    final double[] xs;
    final double[] ys;

    private Ring(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    /**
     * The ring through these points, which are copied. A last point that repeats the first does no harm.
     *
     * @throws IllegalArgumentException if there are fewer than {@value #FEWEST_POINTS}, the lengths differ, or a number is not finite
     */
    public static Ring of(double[] xs, double[] ys) {
        if (xs.length != ys.length || xs.length < FEWEST_POINTS) {
            throw new IllegalArgumentException("at least " + FEWEST_POINTS + " points, not " + xs.length + " x and " + ys.length + " y");
        }
        for (int i = 0; i < xs.length; i++) {
            if (!Double.isFinite(xs[i]) || !Double.isFinite(ys[i])) {
                throw new IllegalArgumentException("point " + i + " is not finite: " + xs[i] + ", " + ys[i]);
            }
        }
        return new Ring(xs.clone(), ys.clone());
    }

    /** How many points it has. */
    public int size() {
        return xs.length;
    }

    /** Half the sum of cross products (the shoelace formula), taken from the first point to keep the products small. */
    double area() {
        double twice = 0;
        for (int i = 2; i < xs.length; i++) {
            twice += (xs[i - 1] - xs[0]) * (ys[i] - ys[0]) - (xs[i] - xs[0]) * (ys[i - 1] - ys[0]);
        }
        return Math.abs(twice) / 2;
    }

    /** Even-odd, with the boundary rule of {@link Polygon}. */
    boolean contains(double x, double y) {
        boolean inside = false;
        for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
            inside ^= Edge.crosses(xs[i], ys[i], xs[j], ys[j], x, y);
        }
        return inside;
    }
}
