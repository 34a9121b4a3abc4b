package io.github.fixationheatmap.analysis;

import io.github.fixationheatmap.analysis.comparison.HotSpots;
import io.github.fixationheatmap.analysis.comparison.RecordingMaps;
import io.github.fixationheatmap.analysis.comparison.Stability;
import io.github.fixationheatmap.options.ChosenOutput;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The participants of a run: their maps, and how far the map of all of them can be trusted. Not thread-safe. */
public final class Participants {

    private final Analysis analysis;
    private final List<String> counted;
    private RecordingMaps maps;

    /** The participants of this analysis. */
    public Participants(Analysis analysis) {
        this.analysis = analysis;
        this.counted = counted(analysis);
        this.maps = RecordingMaps.none(analysis.setup().grid());
    }

    /** The stability of the map of all recordings with counted fixations; empty if they are too few, or their bins too many. */
    public Optional<Stability> stability() {
        return counted.size() < Stability.MIN_RECORDINGS ? Optional.empty()
                : Optional.of(Stability.of(maps(Stability.chosen(counted)), analysis.setup().time()));
    }

    /**
     * In which share of resamples of the recordings a bin belongs to the hot spots, {@code [ny][nx]}; empty where there is no stability.
     * It takes longer than the stability itself, so it is empty without a report, which alone shows it.
     */
    public Optional<double[][]> hotSpots() {
        return counted.size() < Stability.MIN_RECORDINGS
                || !analysis.setup().options().figures().outputs().contains(ChosenOutput.REPORT) ? Optional.empty()
                : Optional.of(HotSpots.confidence(maps(Stability.chosen(counted)), analysis.setup().time()));
    }

    /** The ids of the recordings with counted fixations; none if they have too many bins to be kept. */
    public static List<String> counted(Analysis analysis) {
        RecordingBins bins = analysis.listeners().get(Analysis.RECORDING_BINS);
        return bins.isTooLarge() ? List.of() : analysis.fixations().counts().recordings().stream()
                .filter(each -> each.weight() > 0).map(each -> each.recording().id()).toList();
    }

    /**
     * The maps of recordings with counted fixations, of which there may be {@link RecordingMaps#largestNumber}. Those that were made last
     * are not made again.
     */
    public RecordingMaps maps(Collection<String> ids) {
        RecordingBins bins = analysis.listeners().get(Analysis.RECORDING_BINS);
        maps = maps.of(ids, (id, bin) -> bins.ofRecording(id, bin::add), analysis.blur(), analysis.setup().time());
        return maps;
    }
}
