package io.github.fixationheatmap.analysis.comparison;

import java.util.Arrays;

/**
 * How alike two maps are, by the metrics of Z. Bylinskii et al., "What do different evaluation metrics tell us about saliency models?"
 * (2018).
 *
 * @param cc Pearson's correlation over all bins, -1 to 1; 0 where a map is the same in all bins
 * @param sim the sum of the smaller of both shares of each bin, 0 to 1
 * @param klFirstToSecond the Kullback-Leibler divergence of the second map from the first: {@code sum q ln(eps + q / (p + eps))}, where p
 *     is the first map, q the second, and eps 2^-52
 * @param klSecondToFirst the same with both maps swapped
 */
public record MapSimilarity(double cc, double sim, double klFirstToSecond, double klSecondToFirst) {

    private static final double EPSILON = 0x1p-52;

    /**
     * Compares two maps, {@code [ny][nx]}, of the same shape. Each is divided by its sum first.
     *
     * @throws IllegalArgumentException if the shapes differ, or a map's sum is not above 0
     */
    public static MapSimilarity of(double[][] first, double[][] second) {
        double[] p = shares(first);
        double[] q = shares(second);
        if (first.length != second.length || p.length != q.length) {
            throw new IllegalArgumentException("maps have different shapes");
        }
        double sim = 0;
        for (int i = 0; i < p.length; i++) {
            sim += Math.min(p[i], q[i]);
        }
        return new MapSimilarity(correlation(p, q), sim, divergence(p, q), divergence(q, p));
    }

    private static double[] shares(double[][] map) {
        double[] bins = Arrays.stream(map).flatMapToDouble(Arrays::stream).toArray();
        double sum = Arrays.stream(bins).sum();
        if (!(sum > 0)) {
            throw new IllegalArgumentException("the sum of a map is above 0, not " + sum);
        }
        return Arrays.stream(bins).map(bin -> bin / sum).toArray();
    }

    /** Pearson's correlation of shares, whose mean is 1 / their number. */
    private static double correlation(double[] p, double[] q) {
        double mean = 1.0 / p.length;
        double pp = 0;
        double qq = 0;
        double pq = 0;
        for (int i = 0; i < p.length; i++) {
            pp += (p[i] - mean) * (p[i] - mean);
            qq += (q[i] - mean) * (q[i] - mean);
            pq += (p[i] - mean) * (q[i] - mean);
        }
        return correlation(pp, qq, pq);
    }

    /**
     * A correlation from sums of products of deviations from the means, kept within -1 to 1; 0 where there is no deviation.
     *
     * @param pp of the first map with itself
     * @param qq of the second map with itself
     * @param pq of both maps
     */
    static double correlation(double pp, double qq, double pq) {
        return pp > 0 && qq > 0 ? Math.clamp(pq / (Math.sqrt(pp) * Math.sqrt(qq)), -1, 1) : 0;
    }

    private static double divergence(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += q[i] * Math.log(EPSILON + q[i] / (p[i] + EPSILON));
        }
        return sum;
    }
}
