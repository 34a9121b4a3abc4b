package io.github.fixationheatmap.analysis.grid;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Weights of fixations, summed in the bins of a grid. Histograms of the same grid can be added: the sum over all recordings is the
 * histogram of all fixations.
 *
 * <p>Bins are those of {@code numpy.histogram2d} over [0, width] x [0, height].
 *
 * <p>Not thread-safe. Sums of whole weights (counts, nanoseconds) up to 2^53 do not depend on the order of the additions.
 */
public final class Histogram {
    private final Grid grid;
    private final Axis xAxis;
    private final Axis yAxis;
    private final double[][] rows;

    /** An empty histogram. */
    public Histogram(Grid grid) {
        this.grid = grid;
        this.xAxis = grid.xAxis();
        this.yAxis = grid.yAxis();
        this.rows = new double[grid.ny()][grid.nx()];
    }

    private Histogram(Histogram like, double[][] rows) {
        this.grid = like.grid;
        this.xAxis = like.xAxis;
        this.yAxis = like.yAxis;
        this.rows = rows;
    }

    /** The grid of bins. */
    public Grid grid() {
        return grid;
    }

    /**
     * Adds a weight at a position.
     *
     * @param x px from the left edge
     * @param y px from the top edge
     * @param weight the weight, finite and not negative (1, or a duration in ns)
     * @return false, with nothing added, if the position is outside the image or not a number
     * @throws IllegalArgumentException if the weight is negative, infinite or not a number
     */
    public boolean add(double x, double y, double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a weight is finite and not negative, not " + weight);
        }
        // Written so that NaN is outside.
        if (!(x >= 0 && x <= grid.width() && y >= 0 && y <= grid.height())) {
            return false;
        }
        rows[yAxis.bin(y)][xAxis.bin(x)] += weight;
        return true;
    }

    /**
     * Adds a weight to a bin.
     *
     * @param number the bin's number, row by row from the top
     * @param weight the weight, finite and not negative
     */
    public void addToBin(int number, double weight) {
        rows[number / grid.nx()][number % grid.nx()] += weight;
    }

    /** The sum of all bins. */
    public double sum() {
        double sum = 0;
        for (double[] row : rows) {
            for (double bin : row) {
                sum += bin;
            }
        }
        return sum;
    }

    /**
     * Adds two histograms bin by bin into a new one.
     *
     * @throws IllegalArgumentException if the other histogram has a different grid
     */
    public Histogram plus(Histogram other) {
        if (!grid.equals(other.grid)) {
            throw new IllegalArgumentException("cannot add bins of " + other.grid + " to those of " + grid);
        }
        double[][] sums = rows();
        for (int y = 0; y < sums.length; y++) {
            for (int x = 0; x < sums[y].length; x++) {
                sums[y][x] += other.rows[y][x];
            }
        }
        return new Histogram(this, sums);
    }

    /** A new histogram with every bin divided by the sum; an empty histogram stays empty. */
    public Histogram dividedBySum() {
        double sum = sum();
        return sum > 0 ? dividedBy(sum) : map(bin -> bin);
    }

    /** A new histogram with every bin divided by a number that is not 0. */
    public Histogram dividedBy(double divisor) {
        return map(bin -> bin / divisor);
    }

    /** A copy of the bins, {@code [ny][nx]}, top row first. */
    public double[][] rows() {
        return map(bin -> bin).rows;
    }

    private Histogram map(DoubleUnaryOperator change) {
        return new Histogram(this, Arrays.stream(rows).map(row -> Arrays.stream(row).map(change).toArray()).toArray(double[][]::new));
    }
}
