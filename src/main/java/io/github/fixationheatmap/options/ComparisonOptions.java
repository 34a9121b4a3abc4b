package io.github.fixationheatmap.options;

import io.github.fixationheatmap.options.HeatmapOptions.Choice;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may be chosen for the comparison of groups.
 *
 * @param groups the groups in the order given: none where none are compared, or where a file of the drop holds them; else
 *     {@value #MIN_GROUPS} to {@value #MAX_GROUPS}
 * @param design how the groups relate
 * @param correction what is controlled over bins
 * @param permutations the maximum number of relabelings, 1 to {@value #MAX_PERMUTATIONS}
 * @param seed the seed of the random relabelings, any whole number
 * @param alpha bins with p up to it are outlined and counted; above 0 and below 1
 */
public record ComparisonOptions(
        List<Group> groups, Design design, Correction correction, int permutations, long seed, double alpha) {

    public static final int MIN_GROUPS = 2;
    public static final int MAX_GROUPS = 8;
    public static final int MAX_PERMUTATIONS = 1_000_000;

    /** The defaults, without groups. */
    public static final ComparisonOptions PUBLISHED =
            new ComparisonOptions(List.of(), Design.BETWEEN, Correction.MAX, 5000, 1, 0.05);

    /** @throws IllegalArgumentException if a value is out of its range, two groups have one name, or a recording is listed twice */
    public ComparisonOptions {
        groups = List.copyOf(groups);
        if (!groups.isEmpty() && (groups.size() < MIN_GROUPS || groups.size() > MAX_GROUPS)) {
            throw new IllegalArgumentException(MIN_GROUPS + " to " + MAX_GROUPS + " groups, not " + groups.size());
        }
        if (design == Design.PAIRED && groups.size() > 2) {
            throw new IllegalArgumentException("2 groups in a paired design, not " + groups.size());
        }
        if (permutations < 1 || permutations > MAX_PERMUTATIONS) {
            throw new IllegalArgumentException("1 to " + MAX_PERMUTATIONS + " permutations, not " + permutations);
        }
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("an alpha above 0 and below 1, not " + alpha);
        }
        Set<String> names = new HashSet<>();
        Set<String> recordings = new HashSet<>();
        for (Group group : groups) {
            if (!names.add(group.name())) {
                throw new IllegalArgumentException("two groups are named " + group.name());
            }
            for (String recording : group.recordings()) {
                if (!recordings.add(recording)) {
                    throw new IllegalArgumentException("recording " + recording + " is listed twice");
                }
            }
        }
    }

    /** These options with other groups. */
    public ComparisonOptions withGroups(List<Group> value) {
        return new ComparisonOptions(value, design, correction, permutations, seed, alpha);
    }

    /** These options with another design. */
    public ComparisonOptions withDesign(Design value) {
        return new ComparisonOptions(groups, value, correction, permutations, seed, alpha);
    }

    /** These options with another correction. */
    public ComparisonOptions withCorrection(Correction value) {
        return new ComparisonOptions(groups, design, value, permutations, seed, alpha);
    }

    /** These options with another number of permutations. */
    public ComparisonOptions withPermutations(int value) {
        return new ComparisonOptions(groups, design, correction, value, seed, alpha);
    }

    /** These options with another seed. */
    public ComparisonOptions withSeed(long value) {
        return new ComparisonOptions(groups, design, correction, permutations, value, alpha);
    }

    /** These options with another alpha. */
    public ComparisonOptions withAlpha(double value) {
        return new ComparisonOptions(groups, design, correction, permutations, seed, value);
    }

    /**
     * A group of recordings.
     *
     * @param name letters, digits, spaces, {@code -} and {@code _}; 1 to {@value #MAX_NAME} characters, not only spaces
     * @param recordings ids or names of recordings, at least one
     */
    public record Group(String name, List<String> recordings) {

        public static final int MAX_NAME = 64;

        /** The rule for names, as the end of "expected a name ...". */
        public static final String NAME_RULE = "of 1 to " + MAX_NAME + " letters, digits, spaces, - and _, with none at its ends a space";

        private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-](?:[\\p{L}\\p{M}\\p{N} _-]{0,62}[\\p{L}\\p{M}\\p{N}_-])?");

        /** @throws IllegalArgumentException if the name breaks its rule, or there is no recording */
        public Group {
            recordings = List.copyOf(recordings);
            if (!isName(name)) {
                throw new IllegalArgumentException("a name " + NAME_RULE + ", not \"" + name + "\"");
            }
            if (recordings.isEmpty()) {
                throw new IllegalArgumentException("group " + name + " has no recording");
            }
        }

        /** Whether a text may name a group. It becomes a folder, a column and an array's name. */
        public static boolean isName(String text) {
            return NAME.matcher(text).matches();
        }
    }

    /** How the groups relate. */
    public enum Design implements Choice {
        /** Independent participants: Welch's t. */
        BETWEEN,
        /** Each wearer has one recording in both of two groups: t of the differences. */
        PAIRED
    }

    /** How the many bins are taken into account. */
    public enum Correction implements Choice {
        /** By the largest statistic of all bins. */
        MAX,
        /** By the largest value of threshold-free cluster enhancement, which finds wide differences rather than high ones. */
        TFCE
    }
}
