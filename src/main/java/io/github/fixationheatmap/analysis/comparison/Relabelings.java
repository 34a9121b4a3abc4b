package io.github.fixationheatmap.analysis.comparison;

import io.github.fixationheatmap.analysis.comparison.GroupComparison.Sampling;
import io.github.fixationheatmap.options.ComparisonOptions.Design;
import java.util.Arrays;

/**
 * The relabelings of a test, one after the other. Each is a set of numbers, in ascending order. {@code BETWEEN}: the participants that form
 * the first group, of 0 to n - 1 with the first group numbered first. {@code PAIRED}: the pairs that keep their sign.
 */
final class Relabelings {

    private final Design design;
    private final Sampling sampling;
    private final int total;
    private final int first;
    private final int count;
    private final RandomNumbers random;
    private int next;
    /** The last set of all sets of a size. */
    private int[] combination;

    /**
     * All relabelings if there are at most {@code permutations}, and else as many random ones.
     *
     * @param first the size of the first group, or the number of pairs
     * @param second the size of the second group
     */
    Relabelings(Design design, int first, int second, int permutations, long seed) {
        this.design = design;
        this.first = first;
        this.count = design == Design.BETWEEN ? first + second : first;
        int all = number(design, first, second, permutations);
        this.sampling = all <= permutations ? Sampling.ALL : Sampling.RANDOM;
        this.total = Math.min(all, permutations);
        this.random = new RandomNumbers(seed);
        this.combination = new int[0];
    }

    /** How many relabelings there are, or more than {@code limit} if there are more. */
    static int number(Design design, int first, int second, int limit) {
        long number = 1;
        for (int i = 1; i <= first && number <= limit; i++) {
            // After each step this is a binomial coefficient, or a power of 2.
            number = design == Design.BETWEEN ? number * (second + i) / i : 2 * number;
        }
        return (int) Math.min(number, limit + 1L);
    }

    /** How many there are in total. */
    int total() {
        return total;
    }

    /** How they were chosen. */
    Sampling sampling() {
        return sampling;
    }

    /** The next ones: at most {@code limit}, and none at the end. */
    int[][] next(int limit) {
        int[][] batch = new int[Math.min(limit, total - next)][];
        for (int i = 0; i < batch.length; i++) {
            batch[i] = switch (sampling) {
                case ALL -> design == Design.BETWEEN ? nextCombination() : members(next);
                case RANDOM -> design == Design.BETWEEN ? firstOfShuffle() : keptSigns();
            };
            next++;
        }
        return batch;
    }

    private int[] firstOfShuffle() {
        int[] shuffled = random.shuffled(count);
        boolean[] chosen = new boolean[count];
        for (int i = 0; i < first; i++) {
            chosen[shuffled[i]] = true;
        }
        return members(chosen);
    }

    private int[] keptSigns() {
        boolean[] chosen = new boolean[count];
        for (int i = 0; i < count; i++) {
            chosen[i] = random.coin();
        }
        return members(chosen);
    }

    /** The sets of a size in the order of a dictionary: 0 1 2, 0 1 3, ... The first one is the observed one. */
    private int[] nextCombination() {
        if (next == 0) {
            boolean[] observed = new boolean[count];
            Arrays.fill(observed, 0, first, true);
            combination = members(observed);
            return combination.clone();
        }
        int i = first - 1;
        while (combination[i] == count - first + i) {
            i--;
        }
        combination[i]++;
        for (int j = i + 1; j < first; j++) {
            combination[j] = combination[j - 1] + 1;
        }
        return combination.clone();
    }

    /** The pairs whose bit is 0, so that all keep their signs in number 0, the observed one. */
    private int[] members(int bits) {
        boolean[] chosen = new boolean[count];
        for (int i = 0; i < count; i++) {
            chosen[i] = ((bits >>> i) & 1) == 0;
        }
        return members(chosen);
    }

    private static int[] members(boolean[] chosen) {
        int[] members = new int[chosen.length];
        int size = 0;
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i]) {
                members[size++] = i;
            }
        }
        return Arrays.copyOf(members, size);
    }
}
