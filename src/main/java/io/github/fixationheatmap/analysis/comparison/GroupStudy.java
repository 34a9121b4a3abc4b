package io.github.fixationheatmap.analysis.comparison;

import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.ComparisonOptions;
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
        throw new UnsupportedOperationException();
    }
}
