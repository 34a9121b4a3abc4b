package io.github.fixationheatmap.analysis.comparison;

import java.util.SplittableRandom;

/** Random numbers that are the same for a seed on every machine: those of the JDK's {@link SplittableRandom}. */
final class RandomNumbers {

    private final SplittableRandom random;

    RandomNumbers(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) ((random.nextLong() >>> 11) * 0x1p-53 * bound);
    }

    /** Whether the next number is not negative. */
    boolean coin() {
        return random.nextLong() >= 0;
    }

    /** The numbers from 0 to {@code count - 1}, shuffled. */
    int[] shuffled(int count) {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
        for (int i = count - 1; i >= 1; i--) {
            int other = below(i + 1);
            int swapped = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = swapped;
        }
        return numbers;
    }
}
