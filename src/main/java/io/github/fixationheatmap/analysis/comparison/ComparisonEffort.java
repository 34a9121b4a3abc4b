package io.github.fixationheatmap.analysis.comparison;

import static io.github.fixationheatmap.options.ComparisonOptions.MAX_PERMUTATIONS;

import io.github.fixationheatmap.analysis.comparison.ComparedGroups.Members;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.options.ComparisonOptions;
import io.github.fixationheatmap.options.ComparisonOptions.Correction;
import java.util.List;

/** How much work a comparison of groups is, known before any time is spent. */
public final class ComparisonEffort {

    /**
     * The largest sum over pairs of groups of participants times bins times relabelings: 18 times 100 x 67,500 x 5,000. It takes about 45 s
     * of one processor.
     */
    private static final double MAX_STEPS = 6e11;

    /** Enhancing clusters takes as long as adding up the values of this many participants. */
    private static final int PARTICIPANTS_PER_ENHANCEMENT = 700;

    private ComparisonEffort() {}

    /** Whether a comparison may be computed. */
    public static boolean fits(ComparedGroups groups, Grid grid, ComparisonOptions options) {
        return options.permutations() <= largestPermutations(groups, grid, options);
    }

    /**
     * The largest number of permutations that fits, with all else as it is, up to {@value ComparisonOptions#MAX_PERMUTATIONS}; 0 if none
     * does. All bins of the grid are assumed to be tested. A pair of groups that has fewer relabelings than permutations costs no more.
     */
    public static int largestPermutations(ComparedGroups groups, Grid grid, ComparisonOptions options) {
        int fits = 0;
        int tooMany = MAX_PERMUTATIONS + 1;
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) >>> 1;
            if (steps(groups, grid, options.correction(), middle) <= MAX_STEPS) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return fits;
    }

    private static double steps(ComparedGroups groups, Grid grid, Correction correction, int permutations) {
        int enhancement = correction == Correction.TFCE ? PARTICIPANTS_PER_ENHANCEMENT : 0;
        double steps = 0;
        List<Members> members = groups.groups();
        for (int a = 0; a < members.size(); a++) {
            for (int b = a + 1; b < members.size(); b++) {
                int first = members.get(a).size();
                int second = members.get(b).size();
                int relabelings = Math.min(permutations, Relabelings.number(groups.design(), first, second, permutations));
                steps += (double) grid.nx() * grid.ny() * (first + second + enhancement) * relabelings;
            }
        }
        return steps;
    }
}
