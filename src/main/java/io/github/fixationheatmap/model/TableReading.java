package io.github.fixationheatmap.model;

import java.util.List;
import java.util.Optional;

/**
 * What a table of fixations told beside them, and what was taken for granted.
 *
 * @param starts whether it tells when fixations start
 * @param stimulus the stimulus whose fixations were read, where the table names stimuli
 * @param assumed what the table does not say and was assumed, or was computed, in sentences
 * @param warnings what the user should know
 */
public record TableReading(Starts starts, Optional<String> stimulus, List<String> assumed, List<Warning> warnings) {

    /** The value for a table that tells all, and names no stimuli. */
    public static final TableReading PLAIN = new TableReading(Starts.KNOWN, Optional.empty(), List.of(), List.of());

    public TableReading {
        assumed = List.copyOf(assumed);
        warnings = List.copyOf(warnings);
    }

    /** Whether a table tells when fixations start. */
    public enum Starts {
        /** It does. */
        KNOWN,
        /** It does not: each fixation seems to start at the end of the one before it. */
        BY_ORDER
    }
}
