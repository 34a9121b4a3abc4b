package io.github.fixationheatmap.analysis.comparison;

import io.github.fixationheatmap.options.ComparisonOptions.Design;
import java.util.Arrays;

/**
 * The statistic of a block of bins under one relabeling after the other: Welch's t, or t of differences. One thread; the arrays of a block
 * are meant to stay in the processor's cache.
 *
 * <p>Sums and sums of squares of one part of the participants are added up; those of the other part are what is left of the totals, which
 * do not change. Each bin's mean is subtracted first, so that these are no small differences of large numbers.
 */
final class BlockStatistic {

    /** The number of bins of a block. */
    static final int LENGTH = 256;

    /** Below this part of all squares, the divisor is 0 but for rounding. A statistic has at most six digits before its point then. */
    private static final double ROUNDING = 1e-12;

    /** A statistic below is 0 but for rounding. */
    private static final double NO_STATISTIC = 1e-12;

    private final Design design;
    private final int first;
    private final int second;
    /** The participants' values, or the pairs' differences: {@code [participant][bin]}. */
    private final double[][] rows;
    private final double[] totals = new double[LENGTH];
    private final double[] squares = new double[LENGTH];
    private final double[] floors = new double[LENGTH];
    private final double[] partSums = new double[LENGTH];
    private final double[] partSquares = new double[LENGTH];
    private final double[] differences = new double[LENGTH];
    private final double[] variances = new double[LENGTH];
    private final double[] ratios = new double[LENGTH];
    private final boolean[] chosen;
    private int length;

    /**
     * Arrays for a block.
     *
     * @param first the size of the first group, or the number of pairs
     * @param second the size of the second group
     */
    BlockStatistic(Design design, int first, int second) {
        this.design = design;
        this.first = first;
        this.second = second;
        this.rows = new double[design == Design.BETWEEN ? first + second : first][LENGTH];
        this.chosen = new boolean[rows.length];
    }

    /**
     * Takes the values of a block.
     *
     * @param members the numbers of the participants' maps, the first group first
     * @param bins the bins that are tested
     * @param from the place of the block's first bin among them
     */
    void load(RecordingMaps maps, int[] members, int[] bins, int from) {
        length = Math.min(LENGTH, bins.length - from);
        for (int i = 0; i < rows.length; i++) {
            maps.gather(members[i], bins, from, rows[i], length);
            if (design == Design.PAIRED) {
                maps.gather(members[first + i], bins, from, partSums, length);
                for (int bin = 0; bin < length; bin++) {
                    rows[i][bin] -= partSums[bin];
                }
            }
        }
        if (design == Design.BETWEEN) {
            centre();
        }
        int[] all = new int[rows.length];
        Arrays.setAll(all, i -> i);
        addUp(all);
        System.arraycopy(partSums, 0, totals, 0, length);
        System.arraycopy(partSquares, 0, squares, 0, length);
        for (int bin = 0; bin < length; bin++) {
            floors[bin] = ROUNDING * squares[bin];
        }
    }

    private void centre() {
        for (int bin = 0; bin < length; bin++) {
            double sum = 0;
            for (double[] row : rows) {
                sum += row[bin];
            }
            double mean = sum / rows.length;
            for (double[] row : rows) {
                row[bin] -= mean;
            }
        }
    }

    /** The number of bins of the block. */
    int length() {
        return length;
    }

    /** The square of the largest statistic of the block. */
    double largestSquare(int[] relabeling) {
        evaluate(relabeling);
        for (int bin = 0; bin < length; bin++) {
            ratios[bin] = differences[bin] * differences[bin] / Math.max(variances[bin], Double.MIN_NORMAL);
        }
        double largest = 0;
        for (int bin = 0; bin < length; bin++) {
            if (ratios[bin] > largest && variances[bin] > floors[bin]) {
                largest = ratios[bin];
            }
        }
        return largest >= NO_STATISTIC * NO_STATISTIC ? largest : 0;
    }

    /** The statistic of each bin of the block; 0 where the divisor is 0. */
    void statistics(int[] relabeling, double[] out, int at) {
        evaluate(relabeling);
        for (int bin = 0; bin < length; bin++) {
            double statistic = variances[bin] > floors[bin] ? differences[bin] / Math.sqrt(variances[bin]) : 0;
            out[at + bin] = Math.abs(statistic) >= NO_STATISTIC ? statistic : 0;
        }
    }

    /** Computes the numerators and the squares of the divisors. */
    private void evaluate(int[] relabeling) {
        switch (design) {
            case BETWEEN -> {
                if (first <= second) {
                    addUp(relabeling);
                    welch(first, second, 1);
                } else {
                    addUp(others(relabeling));
                    welch(second, first, -1);
                }
            }
            case PAIRED -> {
                addUpSums(relabeling);
                ofDifferences(first);
            }
        }
    }

    private int[] others(int[] relabeling) {
        Arrays.fill(chosen, false);
        for (int member : relabeling) {
            chosen[member] = true;
        }
        int[] others = new int[rows.length - relabeling.length];
        int size = 0;
        for (int i = 0; i < chosen.length; i++) {
            if (!chosen[i]) {
                others[size++] = i;
            }
        }
        return others;
    }

    /** Welch's t of the part that was added up and the rest. */
    private void welch(int part, int rest, int sign) {
        double perPart = 1.0 / part;
        double perRest = 1.0 / rest;
        double variancePart = 1.0 / (part * (part - 1.0));
        double varianceRest = 1.0 / (rest * (rest - 1.0));
        for (int bin = 0; bin < length; bin++) {
            double sum = partSums[bin];
            double other = totals[bin] - sum;
            double square = partSquares[bin];
            double otherSquare = squares[bin] - square;
            differences[bin] = sign * (sum * perPart - other * perRest);
            variances[bin] = (square - sum * sum * perPart) * variancePart + (otherSquare - other * other * perRest) * varianceRest;
        }
    }

    /** The t of differences, of which those that were added up keep their sign. */
    private void ofDifferences(int pairs) {
        double perPair = 1.0 / pairs;
        double variance = 1.0 / (pairs * (pairs - 1.0));
        for (int bin = 0; bin < length; bin++) {
            double sum = partSums[bin] - (totals[bin] - partSums[bin]);
            differences[bin] = sum * perPair;
            variances[bin] = (squares[bin] - sum * sum * perPair) * variance;
        }
    }

    /** Adds up the values and their squares of some rows. Four rows at a time, so that sums are read and written less often. */
    private void addUp(int[] members) {
        Arrays.fill(partSums, 0, length, 0);
        Arrays.fill(partSquares, 0, length, 0);
        int i = 0;
        for (; i + 4 <= members.length; i += 4) {
            addFour(partSums, partSquares, rows[members[i]], rows[members[i + 1]], rows[members[i + 2]], rows[members[i + 3]], length);
        }
        for (; i < members.length; i++) {
            addOne(partSums, partSquares, rows[members[i]], length);
        }
    }

    private static void addFour(double[] sums, double[] squares, double[] a, double[] b, double[] c, double[] d, int length) {
        for (int bin = 0; bin < length; bin++) {
            sums[bin] += (a[bin] + b[bin]) + (c[bin] + d[bin]);
            squares[bin] += (a[bin] * a[bin] + b[bin] * b[bin]) + (c[bin] * c[bin] + d[bin] * d[bin]);
        }
    }

    private static void addOne(double[] sums, double[] squares, double[] a, int length) {
        for (int bin = 0; bin < length; bin++) {
            sums[bin] += a[bin];
            squares[bin] += a[bin] * a[bin];
        }
    }

    private void addUpSums(int[] members) {
        Arrays.fill(partSums, 0, length, 0);
        for (int member : members) {
            double[] row = rows[member];
            for (int bin = 0; bin < length; bin++) {
                partSums[bin] += row[bin];
            }
        }
    }
}
