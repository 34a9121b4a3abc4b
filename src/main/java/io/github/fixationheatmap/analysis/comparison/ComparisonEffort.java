package io.github.fixationheatmap.analysis.comparison;

import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.options.ComparisonOptions;

/** How much work a comparison of groups is, known before any time is spent. */
public final class ComparisonEffort {

    private ComparisonEffort() {}

    /** Whether a comparison may be computed. */
    public static boolean fits(ComparedGroups groups, Grid grid, ComparisonOptions options) {
        return options.permutations() <= largestPermutations(groups, grid, options);
    }

    /** The largest number of permutations that fits, with all else as it is; 0 if none does. */
    public static int largestPermutations(ComparedGroups groups, Grid grid, ComparisonOptions options) {
        throw new UnsupportedOperationException();
    }
}
