package io.github.fixationheatmap.analysis.comparison;

import io.github.fixationheatmap.analysis.comparison.ComparedGroups.Members;
import io.github.fixationheatmap.options.ComparisonOptions;
import io.github.fixationheatmap.options.ComparisonOptions.Correction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How much work a comparison of groups is, known before it begins: which bins are tested follows from the maps. */
public final class ComparisonEffort {

    /**
     * The largest sum over pairs of groups of participants times tested bins times relabelings: 18 times 100 x 67,500 x 5,000. It takes
     * about 45 s of one processor.
     */
    private static final double MAX_STEPS = 6e11;

    /** Enhancing clusters takes as long as adding up the values of this many participants. */
    private static final int PARTICIPANTS_PER_ENHANCEMENT = 700;

    private final ComparedGroups groups;
    private final List<Pair> pairs = new ArrayList<>();

    /** The sizes of two groups, and how many bins are tested. */
    private record Pair(int first, int second, int bins) {}

    /** The effort of comparing each two of these groups. */
    public ComparisonEffort(ComparedGroups groups, RecordingMaps maps) {
        this.groups = groups;
        List<Members> members = groups.groups();
        for (int a = 0; a < members.size(); a++) {
            for (int b = a + 1; b < members.size(); b++) {
                int[] first = maps.numbers(members.get(a).recordings());
                int[] second = maps.numbers(members.get(b).recordings());
                int[] both = IntStream.concat(IntStream.of(first), IntStream.of(second)).toArray();
                pairs.add(new Pair(first.length, second.length, PairTest.mask(maps, both).length));
            }
        }
    }

    /** Whether a comparison may be computed. */
    public boolean fits(ComparisonOptions options) {
        return steps(options.correction(), options.permutations()) <= MAX_STEPS;
    }

    /**
     * The largest number of permutations that fits, with all else as it is, up to {@value ComparisonOptions#MAX_PERMUTATIONS}; 0 if none
     * does. A pair of groups that has fewer relabelings than permutations costs no more.
     */
    public int largestPermutations(Correction correction) {
        int fits = 0;
        int tooMany = ComparisonOptions.MAX_PERMUTATIONS + 1;
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) >>> 1;
            if (steps(correction, middle) <= MAX_STEPS) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return fits;
    }

    private double steps(Correction correction, int permutations) {
        int enhancement = correction == Correction.TFCE ? PARTICIPANTS_PER_ENHANCEMENT : 0;
        return pairs.stream().mapToDouble(pair -> {
            int all = Relabelings.number(groups.design(), pair.first, pair.second, permutations);
            return (double) pair.bins * (pair.first + pair.second + enhancement) * Math.min(permutations, all);
        }).sum();
    }
}
