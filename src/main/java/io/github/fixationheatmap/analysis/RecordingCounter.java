package io.github.fixationheatmap.analysis;

import io.github.fixationheatmap.analysis.CountedFixations.Rows;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.options.HeatmapOptions.Normalization;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts the fixations of one recording. If recordings are normalized, the fixations are kept, 24 to 30 bytes each, instead of a histogram
 * of up to 720 kB, because thousands of recordings of a thousand fixations each are common. After {@value #MAX_KEPT} fixations the
 * histogram is smaller, and replaces them.
 */
final class RecordingCounter {

    /** The maximum number of fixations kept. */
    static final int MAX_KEPT = 30_000;

    /** Values of a kept fixation: x, y, weight. */
    private static final int VALUES = 3;

    final Recording recording;
    final boolean selected;
    long counted;
    long notMapped;
    long outsideImage;
    long outsideTime;
    long notSelected;
    long repeated;
    long otherStimulus;
    /** What the counted fixations weigh, before any normalization. Durations are whole ns, so that their order does not matter. */
    double weight;
    private final Normalization normalization;
    private double[] kept = {};
    private int used;
    private @Nullable Histogram histogram;

    RecordingCounter(Recording recording, boolean selected, Normalization normalization) {
        this.recording = recording;
        this.selected = selected;
        this.normalization = normalization;
    }

    /** What became of its rows so far. */
    Rows rows() {
        return new Rows(counted, notMapped, outsideImage, outsideTime, notSelected, repeated, otherStimulus);
    }

    /** Whether the next fixation will be kept. */
    boolean keepsNext() {
        return normalization == Normalization.RECORDING && counted < MAX_KEPT;
    }

    void count(Grid grid, double x, double y, double weight) {
        boolean keepsThis = keepsNext();
        counted++;
        this.weight += weight;
        switch (normalization) {
            case NONE -> { }
            case RECORDING -> {
                if (keepsThis) {
                    keep(x, y, weight);
                } else {
                    replacement(grid).add(x, y, weight);
                }
            }
        }
    }

    /** The histogram that replaces the kept fixations. It adds them in the order of counting, because a sum of doubles depends on it. */
    private Histogram replacement(Grid grid) {
        Histogram replacement = histogram;
        if (replacement == null) {
            replacement = histogram(grid);
            histogram = replacement;
            kept = new double[0];
            used = 0;
        }
        return replacement;
    }

    private void keep(double x, double y, double weight) {
        if (used == kept.length) {
            // Grows by a quarter only: ten thousand recordings with unused capacity would take too much memory.
            kept = Arrays.copyOf(kept, Math.clamp(used / VALUES * 5L / 4, 64, MAX_KEPT) * VALUES);
        }
        kept[used] = x;
        kept[used + 1] = y;
        kept[used + 2] = weight;
        used += VALUES;
    }

    /** The histogram of this recording alone. */
    Histogram histogram(Grid grid) {
        if (histogram != null) {
            return histogram;
        }
        Histogram own = new Histogram(grid);
        for (int i = 0; i < used; i += VALUES) {
            own.add(kept[i], kept[i + 1], kept[i + 2]);
        }
        return own;
    }
}
