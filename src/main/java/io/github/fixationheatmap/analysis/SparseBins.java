package io.github.fixationheatmap.analysis;

import java.util.Arrays;

/**
 * The bins of a histogram that are not empty, with whole weights. Its sums are exact, so that their order does not matter. Immutable.
 *
 * @see RecordingHistograms
 */
public final class SparseBins {

    /** No bins. */
    public static final SparseBins EMPTY = new SparseBins(new int[0], new long[0]);

    private final int[] numbers;
    private final long[] weights;

    /** Receives bins. */
    public interface Visitor {

        /** A bin, by its number row by row from the top, and its weight. */
        void bin(int number, long weight);
    }

    /**
     * Bins with these numbers and weights.
     *
     * @param numbers ascending, none twice, none negative
     * @param weights the weight of each, above 0
     * @throws IllegalArgumentException if they are not
     */
    public SparseBins(int[] numbers, long[] weights) {
        if (numbers.length != weights.length) {
            throw new IllegalArgumentException(numbers.length + " bins with " + weights.length + " weights");
        }
        int before = -1;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] <= before || weights[i] <= 0) {
                throw new IllegalArgumentException("bin " + numbers[i] + " after bin " + before + ", with the weight " + weights[i]);
            }
            before = numbers[i];
        }
        this.numbers = numbers.clone();
        this.weights = weights.clone();
    }

    /** How many bins there are. */
    public int size() {
        return numbers.length;
    }

    /** The sum of all weights. */
    public long sum() {
        return Arrays.stream(weights).sum();
    }

    /** The numbers of the bins, ascending. */
    public int[] numbers() {
        return numbers.clone();
    }

    /** The weight of each bin, in the order of {@link #numbers}. */
    public long[] weights() {
        return weights.clone();
    }

    /** Visits all bins in the order of their numbers. */
    public void forEach(Visitor visitor) {
        for (int i = 0; i < numbers.length; i++) {
            visitor.bin(numbers[i], weights[i]);
        }
    }

    /** The sums of both, bin by bin. */
    public SparseBins plus(SparseBins other) {
        if (other.size() == 0 || size() == 0) {
            return size() == 0 ? other : this;
        }
        int[] both = new int[size() + other.size()];
        long[] sums = new long[both.length];
        int count = 0;
        for (int i = 0, j = 0; i < size() || j < other.size(); count++) {
            boolean mine = j == other.size() || (i < size() && numbers[i] <= other.numbers[j]);
            boolean others = i == size() || (j < other.size() && other.numbers[j] <= numbers[i]);
            both[count] = mine ? numbers[i] : other.numbers[j];
            sums[count] = Math.addExact(mine ? weights[i++] : 0, others ? other.weights[j++] : 0);
        }
        return new SparseBins(Arrays.copyOf(both, count), Arrays.copyOf(sums, count));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparseBins bins && Arrays.equals(numbers, bins.numbers) && Arrays.equals(weights, bins.weights);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(numbers) + Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return size() + " bins that weigh " + sum();
    }
}
