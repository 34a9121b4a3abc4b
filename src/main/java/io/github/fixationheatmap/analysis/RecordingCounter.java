package io.github.fixationheatmap.analysis;

import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.model.Recording;
import io.github.fixationheatmap.options.Normalization;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of one recording. Where recordings are normalized its fixations are kept, 24 to 30 bytes each, and not its histogram:
 * thousands of recordings of a thousand fixations each are common, and a histogram takes up to 720 kB. From {@value #MAX_KEPT} fixations
 * on it is the smaller one, and takes their place.
 */
final class RecordingCounter {

    /** The most fixations that are kept. */
    static final int MAX_KEPT = 30_000;

    private static final int VALUES = 3;

    final Recording recording;
    final boolean selected;
    long counted;
    private final Normalization normalization;
    private double[] kept = {};
    private int used;
    private @Nullable Histogram histogram;

    RecordingCounter(Recording recording, boolean selected, Normalization normalization) {
        this.recording = recording;
        this.selected = selected;
        this.normalization = normalization;
    }

    /** Whether the next one counted will be kept. */
    boolean keeps() {
        return normalization == Normalization.RECORDING && counted < MAX_KEPT;
    }

    void count(Grid grid, double x, double y, double weight) {
        boolean keeps = keeps();
        counted++;
        switch (normalization) {
            case NONE -> { }
            case RECORDING -> {
                if (keeps) {
                    keep(x, y, weight);
                } else {
                    folded(grid).add(x, y, weight);
                }
            }
        }
    }

    /** In the order in which they were counted either way: a sum of doubles depends on it. */
    private Histogram folded(Grid grid) {
        Histogram folded = histogram;
        if (folded == null) {
            folded = histogram(grid);
            histogram = folded;
            kept = new double[0];
            used = 0;
        }
        return folded;
    }

    private void keep(double x, double y, double weight) {
        if (used == kept.length) {
            // By a quarter: ten thousand recordings that have just doubled would hold twice what is stated.
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
