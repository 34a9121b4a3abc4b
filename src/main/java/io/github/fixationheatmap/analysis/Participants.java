package io.github.fixationheatmap.analysis;

import io.github.fixationheatmap.analysis.comparison.HotSpots;
import io.github.fixationheatmap.analysis.comparison.RecordingMaps;
import io.github.fixationheatmap.analysis.comparison.Stability;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Makes the maps of participants, and finds how stable the map of all of them is. */
public final class Participants {

    private Participants() {}

    /** The stability of the map of all recordings with counted fixations; empty if they are too few, or their bins too many. */
    public static Optional<Stability> stability(Analysis analysis) {
        List<String> ids = counted(analysis);
        return ids.size() < Stability.MIN_RECORDINGS ? Optional.empty()
                : Optional.of(Stability.of(maps(analysis, Stability.chosen(ids)), analysis.setup().time()));
    }

    /**
     * In which share of resamples of the recordings a bin belongs to the hot spots, {@code [ny][nx]}; empty where there is no stability.
     * It takes longer than the stability itself, so only outputs that show it compute it.
     */
    public static Optional<double[][]> hotSpotConfidence(Analysis analysis) {
        List<String> ids = counted(analysis);
        return ids.size() < Stability.MIN_RECORDINGS ? Optional.empty()
                : Optional.of(HotSpots.confidence(maps(analysis, Stability.chosen(ids)), analysis.setup().time()));
    }

    /** The ids of the recordings with counted fixations; none if they have too many bins to be kept. */
    public static List<String> counted(Analysis analysis) {
        RecordingBins bins = analysis.listeners().get(Analysis.RECORDING_BINS);
        return bins.isTooLarge() ? List.of() : analysis.fixations().counts().recordings().stream()
                .filter(each -> each.weight() > 0).map(each -> each.recording().id()).toList();
    }

    /** The maps of recordings with counted fixations, of which there may be {@link RecordingMaps#largestNumber}. */
    public static RecordingMaps maps(Analysis analysis, Collection<String> ids) {
        RecordingBins bins = analysis.listeners().get(Analysis.RECORDING_BINS);
        return RecordingMaps.of(ids, (id, bin) -> bins.ofRecording(id, bin::add), analysis.setup().grid(), analysis.blur(),
                analysis.setup().time());
    }
}
