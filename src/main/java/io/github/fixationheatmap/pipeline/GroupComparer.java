package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.Participants;
import io.github.fixationheatmap.analysis.RecordingBins;
import io.github.fixationheatmap.analysis.comparison.ComparedGroups;
import io.github.fixationheatmap.analysis.comparison.ComparisonEffort;
import io.github.fixationheatmap.analysis.comparison.GroupStudy;
import io.github.fixationheatmap.analysis.comparison.RecordingMaps;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.Sections;
import io.github.fixationheatmap.options.ComparisonOptions;
import io.github.fixationheatmap.options.ComparisonOptions.Correction;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.export.GroupMembers;
import io.github.fixationheatmap.read.export.NamedGroups;
import io.github.fixationheatmap.result.output.Outputs;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the recordings of groups, and compares them within their bounds.
 *
 * @param groups the groups, as they were named
 * @param sections who wore which recording
 * @param place the place of an option, by its JSON pointer
 */
record GroupComparer(NamedGroups groups, Sections sections, Function<String, Location> place) {

    /**
     * The comparison of groups; empty if there are none.
     *
     * @param participants whose maps are compared
     * @param keys where the results go
     * @throws io.github.fixationheatmap.problem.ProblemException if they cannot be compared
     */
    Optional<GroupStudy> compare(Analysis analysis, Participants participants, ResultKeys keys) {
        if (groups.groups().isEmpty()) {
            return Optional.empty();
        }
        RecordingBins bins = analysis.listeners().get(Analysis.RECORDING_BINS);
        if (bins.isTooLarge()) {
            throw new Problem(ProblemType.TOO_LARGE, groups.location(), groups.groups().size() + " groups", "recordings with at most "
                    + RecordingBins.MAX_BINS + " bins together; the option recordings chooses some").asException();
        }
        Grid grid = analysis.setup().grid();
        ComparisonOptions options = analysis.setup().options().groups().comparison();
        Outputs.checkGroups(groups.groups().stream().map(NamedGroups.NamedGroup::name).toList(), grid, groups.location(), keys);
        Set<String> counted = Set.copyOf(Participants.counted(analysis));
        ComparedGroups found = new GroupMembers(analysis.fixations(), sections, recording -> counted.contains(recording.id()))
                .of(groups, options.design(), place.apply("/comparison/design"));
        if (found.recordings().size() > RecordingMaps.largestNumber(grid)) {
            throw new Problem(ProblemType.TOO_LARGE, groups.location(), found.recordings().size() + " recordings in groups",
                    "at most " + RecordingMaps.largestNumber(grid)).asException();
        }
        RecordingMaps maps = participants.maps(found.recordings());
        checkEffort(new ComparisonEffort(found, maps), options);
        return Optional.of(GroupStudy.of(found, maps, options, analysis.setup().time()));
    }

    private void checkEffort(ComparisonEffort effort, ComparisonOptions options) {
        if (!effort.fits(options)) {
            boolean isFasterWithout = options.correction() == Correction.TFCE && effort.fits(options.withCorrection(Correction.MAX));
            throw new Problem(ProblemType.TOO_LARGE, place.apply("/comparison/permutations"), String.valueOf(options.permutations()),
                    "at most " + effort.largestPermutations(options.correction()) + " permutations for these groups"
                    + (isFasterWithout ? ", or the correction \"max\", which takes less time" : "")).asException();
        }
    }
}
