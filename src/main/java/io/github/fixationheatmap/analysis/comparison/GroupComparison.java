package io.github.fixationheatmap.analysis.comparison;

import io.github.fixationheatmap.options.ComparisonOptions.Correction;
import io.github.fixationheatmap.options.ComparisonOptions.Design;
import io.github.fixationheatmap.options.GroupOptions;

/**
 * The comparison of a pair of groups.
 *
 * @param first the name of the first group
 * @param second the name of the second group
 * @param firstSize how many recordings the first group has
 * @param secondSize how many recordings the second group has
 * @param similarity how alike their mean maps are
 * @param design how the groups relate
 * @param test the test of each bin
 */
public record GroupComparison(
        String first, String second, int firstSize, int secondSize, MapSimilarity similarity, Design design, PermutationTest test) {

    /** The names of both groups, as results name the pair. */
    public String name() {
        return first + GroupOptions.VERSUS + second;
    }

    /** How relabelings were chosen. */
    public enum Sampling {
        /** All there are, the observed one included. */
        ALL,
        /** At random; the observed one is counted besides. */
        RANDOM
    }

    /**
     * What a test by permutation of participants found.
     *
     * @param correction what is controlled over bins
     * @param sampling how relabelings were chosen
     * @param relabelings how many there were: all of them, or as many as permutations were asked for
     * @param statistic the statistic of each bin, {@code [ny][nx]}, positive where the first group looks more; NaN where it is not tested
     * @param p the corrected p of each bin, in the same shape; NaN where it is not tested
     * @param largestStatistic the largest absolute statistic; 0 if no bin is tested
     * @param smallestP the smallest p; 1 if no bin is tested
     * @param binsTested how many bins are in the mask
     * @param binsFound how many of them have p up to alpha
     * @param shareFound their share of all bins of the image, 0 to 1
     */
    @SuppressWarnings("ArrayRecordComponent") // Maps are arrays everywhere; tests are not compared.
    public record PermutationTest(
            Correction correction, Sampling sampling, int relabelings, double[][] statistic, double[][] p, double largestStatistic,
            double smallestP, int binsTested, int binsFound, double shareFound) {}
}
