package io.github.fixationheatmap.analysis;

import io.github.fixationheatmap.analysis.CountedFixations.Counts;
import io.github.fixationheatmap.analysis.CountedFixations.Rows;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.HeatmapOptions.Normalization;
import io.github.fixationheatmap.options.HeatmapOptions.Weight;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The histograms of recordings on one image. The sum of those of several exports is exactly that of one export with all their fixations:
 * weights are whole, so neither the order of the sums nor how fixations are split into exports matters.
 *
 * <p>Beyond {@value RecordingBins#MAX_BINS} bins of all recordings, only their sum is kept.
 *
 * @param recordings by their ids
 * @param rest the sum of the bins of all recordings whose own are not kept; empty where all are
 */
public record RecordingHistograms(SortedMap<String, OfRecording> recordings, SparseBins rest) {

    /** No recordings. */
    public static final RecordingHistograms NONE = new RecordingHistograms(new TreeMap<>(), SparseBins.EMPTY);

    private static final double NS_PER_MS = 1_000_000;

    /**
     * A recording.
     *
     * @param recording its id and name
     * @param rows what became of its rows
     * @param weight what its fixations weigh together: their number, or their ns
     * @param bins its own bins; empty if they are not kept
     */
    public record OfRecording(Recording recording, Rows rows, long weight, SparseBins bins) {

        /** The sum of what two exports have of a recording. It has one name: the first in the order of names. */
        OfRecording plus(OfRecording other) {
            Recording named = recording.name().compareTo(other.recording.name()) <= 0 ? recording : other.recording;
            return new OfRecording(named, rows.plus(other.rows), Math.addExact(weight, other.weight), bins.plus(other.bins));
        }

        private OfRecording withoutBins() {
            return new OfRecording(recording, rows, weight, SparseBins.EMPTY);
        }
    }

    public RecordingHistograms {
        recordings = Collections.unmodifiableSortedMap(new TreeMap<>(recordings));
    }

    /** The histograms of the selected recordings of an analysis whose bins are kept. */
    public static RecordingHistograms of(Analysis analysis) {
        RecordingBins bins = analysis.listeners().get(Analysis.RECORDING_BINS);
        List<String> selected = analysis.fixations().selected().stream().map(Recording::id).toList();
        SortedMap<String, OfRecording> recordings = new TreeMap<>();
        for (Counts.OfRecording each : analysis.fixations().counts().recordings()) {
            String id = each.recording().id();
            recordings.put(id, new OfRecording(each.recording(), each.rows(), (long) each.weight(), bins.ofRecording(id)));
        }
        recordings.keySet().retainAll(selected);
        return new RecordingHistograms(recordings, SparseBins.EMPTY);
    }

    /** The sum of both. */
    public RecordingHistograms plus(RecordingHistograms other) {
        SortedMap<String, OfRecording> sum = new TreeMap<>(recordings);
        other.recordings.forEach((id, recording) -> sum.merge(id, recording, OfRecording::plus));
        long bins = sum.values().stream().mapToLong(recording -> recording.bins().size()).sum();
        if (bins <= RecordingBins.MAX_BINS && !isTooLarge() && !other.isTooLarge()) {
            return new RecordingHistograms(sum, SparseBins.EMPTY);
        }
        SparseBins all = all().plus(other.all());
        sum.replaceAll((id, recording) -> recording.withoutBins());
        return new RecordingHistograms(sum, all);
    }

    /** Whether the bins of single recordings are not kept, because they are too many. */
    public boolean isTooLarge() {
        return rest.size() > 0;
    }

    /** The bins of all recordings together. */
    private SparseBins all() {
        return sum(recordings.values().stream().map(OfRecording::bins).toList()).plus(rest);
    }

    /** Halves first: adding one after the other would copy the first ones again and again. */
    private static SparseBins sum(List<SparseBins> bins) {
        int half = bins.size() / 2;
        return switch (bins.size()) {
            case 0 -> SparseBins.EMPTY;
            case 1 -> bins.getFirst();
            default -> sum(bins.subList(0, half)).plus(sum(bins.subList(half, bins.size())));
        };
    }

    /** The numbers of fixations that were counted or left out, in the order of the recordings' ids. */
    public Counts counts() {
        return new Counts(recordings.values().stream()
                .map(each -> new Counts.OfRecording(each.recording(), each.rows(), each.weight())).toList());
    }

    /**
     * The histogram that a heatmap shows, as {@link FixationCounter#histogram} would make it.
     *
     * @throws IllegalArgumentException if recordings are normalized whose bins are not kept
     */
    public Histogram histogram(Grid grid, Weight weight, Normalization normalization, TimeCheck time) {
        return switch (normalization) {
            case NONE -> switch (weight) {
                case COUNT -> dense(grid, all());
                case DURATION -> dense(grid, all()).dividedBy(NS_PER_MS);
            };
            case RECORDING -> {
                if (isTooLarge()) {
                    throw new IllegalArgumentException("recordings are normalized, and their bins are not kept");
                }
                // In the order of the ids, as the counter adds them: a sum of fractions depends on its order.
                Histogram sum = new Histogram(grid);
                for (OfRecording each : recordings.values()) {
                    time.check();
                    sum = each.rows().counted() > 0 ? sum.plus(dense(grid, each.bins()).dividedBySum()) : sum;
                }
                yield sum;
            }
        };
    }

    private static Histogram dense(Grid grid, SparseBins bins) {
        Histogram dense = new Histogram(grid);
        bins.forEach(dense::addToBin);
        return dense;
    }
}
