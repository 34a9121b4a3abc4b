package io.github.fixationheatmap.job;

import io.github.fixationheatmap.grid.Grid;
import io.github.fixationheatmap.grid.Histogram;
import io.github.fixationheatmap.study.Recording;
import java.util.Arrays;

/**
 * What is counted of one recording. Where recordings are normalized its fixations are kept, 24 bytes each, and not its histogram:
 * thousands of recordings of a thousand fixations each are common, and a histogram takes half a megabyte.
 */
final class RecordingTally {

    private static final int VALUES = 3;

    final Recording recording;
    final boolean selected;
    long counted;
    private final Normalization normalization;
    private double[] kept = {};
    private int used;

    RecordingTally(Recording recording, boolean selected, Normalization normalization) {
        this.recording = recording;
        this.selected = selected;
        this.normalization = normalization;
    }

    void count(double x, double y, double weight) {
        counted++;
        switch (normalization) {
            case NONE -> { }
            case RECORDING -> keep(x, y, weight);
        }
    }

    private void keep(double x, double y, double weight) {
        if (used == kept.length) {
            kept = Arrays.copyOf(kept, Math.max(64 * VALUES, 2 * kept.length));
        }
        kept[used] = x;
        kept[used + 1] = y;
        kept[used + 2] = weight;
        used += VALUES;
    }

    /** The histogram of this recording alone. */
    Histogram histogram(Grid grid) {
        Histogram histogram = new Histogram(grid);
        for (int i = 0; i < used; i += VALUES) {
            histogram.add(kept[i], kept[i + 1], kept[i + 2]);
        }
        return histogram;
    }
}
