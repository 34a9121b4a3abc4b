package io.github.fixationheatmap.analysis.comparison;

import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.model.TimeCheck;
import java.util.Collection;
import java.util.List;

/**
 * A map of each recording: its histogram divided by its sum, then blurred, so that each recording weighs the same. Immutable and
 * thread-safe.
 *
 * <p>Maps are kept as doubles up to {@value #MAX_DOUBLES} values (300 MB), and beyond that as floats: 270 MB for 1,000 recordings of
 * 67,500 bins.
 */
public final class RecordingMaps {

    /** The largest number of values, recordings times bins, that are kept with double precision. */
    public static final int MAX_DOUBLES = 37_500_000;

    private RecordingMaps() {}

    /**
     * Blurs the histograms of recordings.
     *
     * @param ids the ids of the recordings, each once; they are put in ascending order
     * @param bins gives the histogram of a recording
     * @param time is looked at before each recording
     * @throws IllegalArgumentException if a recording has no weight in any bin
     */
    public static RecordingMaps of(Collection<String> ids, SparseBins bins, Grid grid, GaussianBlur blur, TimeCheck time) {
        throw new UnsupportedOperationException();
    }

    /** The ids of the recordings, in ascending order. */
    public List<String> ids() {
        throw new UnsupportedOperationException();
    }

    /** The grid of all maps. */
    public Grid grid() {
        throw new UnsupportedOperationException();
    }

    /** A recording's map, {@code [ny][nx]}: shares of its weight, which sum to about 1. */
    public double[][] map(String id) {
        throw new UnsupportedOperationException();
    }

    /** Gives the histograms of recordings: {@code (id, bin) -> recordingBins.ofRecording(id, bin::add)}. */
    @FunctionalInterface
    public interface SparseBins {

        /** Visits the bins of a recording that are not empty, each once. */
        void ofRecording(String id, Bin bin);

        /** Receives a bin and its weight, above 0. */
        @FunctionalInterface
        interface Bin {
            void add(int x, int y, double weight);
        }
    }
}
