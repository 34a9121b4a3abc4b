package io.github.fixationheatmap.options;

import java.util.OptionalInt;

/**
 * What may be chosen for scanpaths.
 *
 * @param numbers what stands in the circles
 * @param first how many fixations of each section count, from its first on: 1 to {@value #MAX_FIRST}; all if empty
 */
public record ScanpathOptions(Numbers numbers, OptionalInt first) {

    /** The largest number of first fixations. */
    public static final int MAX_FIRST = 5_000;

    /** The defaults. */
    public static final ScanpathOptions PUBLISHED = new ScanpathOptions(Numbers.ID, OptionalInt.empty());

    /** @throws IllegalArgumentException if a value is out of its range */
    public ScanpathOptions {
        if (first.isPresent() && (first.getAsInt() < 1 || first.getAsInt() > MAX_FIRST)) {
            throw new IllegalArgumentException("the first 1 to " + MAX_FIRST + " fixations, not " + first.getAsInt());
        }
    }

    /** These options with other numbers. */
    public ScanpathOptions withNumbers(Numbers value) {
        return new ScanpathOptions(value, first);
    }

    /** These options with another number of first fixations. */
    public ScanpathOptions withFirst(OptionalInt value) {
        return new ScanpathOptions(numbers, value);
    }

    /** What stands in the circles. */
    public enum Numbers {
        /** The fixation's id. */
        ID("id"),
        /** Its place among the fixations of its section: 1, 2, ... */
        ORDER("order"),
        /** Nothing. */
        NONE("none");

        private final String id;

        Numbers(String id) {
            this.id = id;
        }

        /** Its name in options and manifests. */
        public String id() {
            return id;
        }
    }
}
