package io.github.fixationheatmap.analysis.comparison;

import io.github.fixationheatmap.analysis.comparison.ComparedGroups.Members;
import io.github.fixationheatmap.analysis.comparison.GroupComparison.PermutationTest;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.ComparisonOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * All numbers of a comparison of groups.
 *
 * @param maps the groups' mean maps and their differences
 * @param comparisons one for each pair of groups: first with second, first with third, second with third, ...
 */
public record GroupStudy(GroupMaps maps, List<GroupComparison> comparisons) {

    public GroupStudy {
        comparisons = List.copyOf(comparisons);
    }

    /**
     * Compares groups.
     *
     * @param groups the groups; their design holds, not that of the options
     * @param recordings the maps of their recordings, and maybe of others
     * @param options the correction, permutations, seed and alpha
     * @param time is looked at by every long loop
     * @throws IllegalArgumentException if it would take more than {@link ComparisonEffort} allows
     */
    public static GroupStudy of(ComparedGroups groups, RecordingMaps recordings, ComparisonOptions options, TimeCheck time) {
        ComparisonEffort effort = new ComparisonEffort(groups, recordings);
        if (!effort.fits(options)) {
            throw new IllegalArgumentException("at most " + effort.largestPermutations(options.correction())
                    + " permutations of groups of this size");
        }
        GroupMaps maps = GroupMaps.of(groups, recordings);
        List<GroupComparison> comparisons = new ArrayList<>();
        for (int a = 0; a < groups.groups().size(); a++) {
            for (int b = a + 1; b < groups.groups().size(); b++) {
                Members first = groups.groups().get(a);
                Members second = groups.groups().get(b);
                MapSimilarity similarity = MapSimilarity.of(maps.mean(a), maps.mean(b));
                PermutationTest test = PairTest.of(
                        groups.design(), recordings, recordings.numbers(first.recordings()), recordings.numbers(second.recordings()),
                        options, time);
                comparisons.add(new GroupComparison(
                        first.name(), second.name(), first.size(), second.size(), similarity, groups.design(), test));
            }
        }
        return new GroupStudy(maps, comparisons);
    }

    /** How many recordings a group has. */
    public int size(String group) {
        return comparisons.stream().filter(pair -> pair.first().equals(group) || pair.second().equals(group)).findFirst()
                .map(pair -> pair.first().equals(group) ? pair.firstSize() : pair.secondSize()).orElseThrow();
    }
}
