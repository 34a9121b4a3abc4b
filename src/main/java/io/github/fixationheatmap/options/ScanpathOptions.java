package io.github.fixationheatmap.options;

import io.github.fixationheatmap.options.HeatmapOptions.Choice;
import java.util.Optional;

/**
 * What may be chosen for scanpaths.
 *
 * @param numbers what stands in the circles
 * @param first how many fixations of each section count, from its first on: 1 to {@value #MAX_FIRST}; all if empty
 */
public record ScanpathOptions(Numbers numbers, Optional<Integer> first) {

    /** The largest number of first fixations. */
    public static final int MAX_FIRST = 5_000;

    /** The defaults. */
    public static final ScanpathOptions PUBLISHED = new ScanpathOptions(Numbers.ID, Optional.empty());

    /** @throws IllegalArgumentException if a value is out of its range */
    public ScanpathOptions {
        if (first.isPresent() && (first.get() < 1 || first.get() > MAX_FIRST)) {
            throw new IllegalArgumentException("the first 1 to " + MAX_FIRST + " fixations, not " + first.get());
        }
    }

    /** These options with other numbers. */
    public ScanpathOptions withNumbers(Numbers value) {
        return new ScanpathOptions(value, first);
    }

    /** These options with another number of first fixations. */
    public ScanpathOptions withFirst(Optional<Integer> value) {
        return new ScanpathOptions(numbers, value);
    }

    /** What stands in the circles. */
    public enum Numbers implements Choice {
        /** The fixation's id. */
        ID,
        /** Its place among the fixations of its section: 1, 2, ... */
        ORDER,
        /** Nothing. */
        NONE
    }
}
