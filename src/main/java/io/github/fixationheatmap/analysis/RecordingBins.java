package io.github.fixationheatmap.analysis;

import io.github.fixationheatmap.analysis.grid.Axis;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.FixationListener;
import io.github.fixationheatmap.options.HeatmapOptions.Weight;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Adds up the histogram of each recording, of which only bins that are not empty are kept: 24 to 48 bytes each. It gives up, and keeps
 * nothing, once there are more than {@value #MAX_BINS}. Not thread-safe.
 */
public final class RecordingBins implements FixationListener {

    /** The maximum number of bins of all recordings. */
    public static final int MAX_BINS = 2_000_000;

    private static final double NS_PER_MS = 1_000_000;

    private final Axis xAxis;
    private final Axis yAxis;
    private final int nx;
    private final Weight weight;
    private final Map<String, Bins> recordings = new HashMap<>();
    private int count;
    private boolean gaveUp;

    /** Receives bins. */
    public interface Visitor {

        /** A bin that is not empty, and its weight: 1 for each fixation, or ms. */
        void bin(int x, int y, double weight);
    }

    /** An open hash table from the numbers of bins to sums of weights. */
    private static final class Bins {

        private static final int FREE = -1;

        private int[] numbers = free(16);
        private double[] sums = new double[16];
        private int size;

        private static int[] free(int length) {
            int[] numbers = new int[length];
            Arrays.fill(numbers, FREE);
            return numbers;
        }

        void add(int number, double weight) {
            int slot = slot(number);
            if (numbers[slot] == FREE) {
                numbers[slot] = number;
                size++;
            }
            sums[slot] += weight;
            if (2 * size > numbers.length) {
                grow();
            }
        }

        private void grow() {
            int[] oldNumbers = numbers;
            double[] oldSums = sums;
            numbers = free(2 * oldNumbers.length);
            sums = new double[numbers.length];
            for (int i = 0; i < oldNumbers.length; i++) {
                if (oldNumbers[i] != FREE) {
                    int slot = slot(oldNumbers[i]);
                    numbers[slot] = oldNumbers[i];
                    sums[slot] = oldSums[i];
                }
            }
        }

        private int slot(int number) {
            int slot = ((number * 0x9E3779B9) >>> 7) & (numbers.length - 1);
            while (numbers[slot] != number && numbers[slot] != FREE) {
                slot = (slot + 1) & (numbers.length - 1);
            }
            return slot;
        }

        IntStream inOrder() {
            return Arrays.stream(numbers).filter(number -> number != FREE).sorted();
        }
    }

    /** A recorder for bins of this grid. */
    public RecordingBins(Grid grid, Weight weight) {
        this.xAxis = grid.xAxis();
        this.yAxis = grid.yAxis();
        this.nx = grid.nx();
        this.weight = weight;
    }

    @Override
    public void counted(Fixation fixation, double x, double y) {
        // Durations are added up in whole ns, as in the histogram of all recordings.
        double added = switch (weight) {
            case COUNT -> 1;
            case DURATION -> fixation.duration();
        };
        add(fixation.recordingId(), yAxis.bin(y) * nx + xAxis.bin(x), added);
    }

    private void add(String recording, int number, double added) {
        if (gaveUp || added == 0) {
            return;
        }
        Bins bins = recordings.computeIfAbsent(recording, id -> new Bins());
        int before = bins.size;
        bins.add(number, added);
        count += bins.size - before;
        if (count > MAX_BINS) {
            giveUp();
        }
    }

    private void giveUp() {
        gaveUp = true;
        recordings.clear();
    }

    /** Adds histograms that were counted before, with the same weight. */
    public void add(RecordingHistograms histograms) {
        if (histograms.isTooLarge()) {
            giveUp();
        }
        histograms.recordings().values().forEach(recording ->
                recording.bins().forEach((number, weight) -> add(recording.recording().id(), number, (double) weight)));
    }

    @Override
    public void leftOut(Fixation fixation) {}

    /** Whether there are too many bins. */
    public boolean isTooLarge() {
        return gaveUp;
    }

    /** The number of bins of all recordings. */
    public int count() {
        return count;
    }

    /** The bins of a recording, in whole units: fixations, or ns. */
    public SparseBins ofRecording(String id) {
        Bins bins = recordings.get(id);
        if (bins == null) {
            return SparseBins.EMPTY;
        }
        int[] numbers = bins.inOrder().toArray();
        return new SparseBins(numbers, Arrays.stream(numbers).mapToLong(number -> (long) bins.sums[bins.slot(number)]).toArray());
    }

    /** Visits the bins of a recording that are not empty, row by row from the top. */
    public void ofRecording(String id, Visitor visitor) {
        Bins bins = recordings.get(id);
        double unit = weight == Weight.COUNT ? 1 : NS_PER_MS;
        if (bins != null) {
            bins.inOrder().forEach(number -> visitor.bin(number % nx, number / nx, bins.sums[bins.slot(number)] / unit));
        }
    }
}
