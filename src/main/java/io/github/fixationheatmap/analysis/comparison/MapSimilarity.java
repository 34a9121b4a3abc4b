package io.github.fixationheatmap.analysis.comparison;

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

    /**
     * Compares two maps, {@code [ny][nx]}, of the same shape. Each is divided by its sum first.
     *
     * @throws IllegalArgumentException if the shapes differ, or a map's sum is not above 0
     */
    public static MapSimilarity of(double[][] first, double[][] second) {
        throw new UnsupportedOperationException();
    }
}
