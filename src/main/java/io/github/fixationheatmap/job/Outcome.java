package io.github.fixationheatmap.job;

import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.problem.Problem;
import java.util.List;

/** How the work on one export ended. */
public sealed interface Outcome {

    /** Where its results lie, or would lie. */
    ResultKeys keys();

    /** Its results are written. */
    record Done(ResultKeys keys, long rowsRead, long rowsCounted) implements Outcome {}

    /** It was done before, and is as it was: nothing was computed and no output was written. */
    record Unchanged(ResultKeys keys) implements Outcome {}

    /** Files are missing that may still arrive. */
    record Waiting(ResultKeys keys, List<String> missing) implements Outcome {
        public Waiting {
            missing = List.copyOf(missing);
        }
    }

    /** The input is bad, and its owner has been told so in {@code error.json}. */
    record Refused(ResultKeys keys, Problem problem) implements Outcome {}
}
