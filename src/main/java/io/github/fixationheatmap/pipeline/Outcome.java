package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.pipeline.Deadline.StageTimes;
import io.github.fixationheatmap.problem.Problem;
import java.util.List;

/** How the run of one export ended. */
public sealed interface Outcome {

    /** Where its results are, or would be. */
    ResultKeys keys();

    /** How long the run took, and in which stage it ended. */
    StageTimes times();

    /** Its results are written. */
    record Done(ResultKeys keys, long rowsRead, long rowsCounted, StageTimes times) implements Outcome {}

    /** An earlier run processed the same inputs: nothing was computed and no output was written. */
    record Unchanged(ResultKeys keys, Before before, StageTimes times) implements Outcome {}

    /** How the earlier run ended. */
    enum Before {
        DONE,
        REFUSED
    }

    /** Files are missing that may still arrive. */
    record Waiting(ResultKeys keys, List<String> missing, StageTimes times) implements Outcome {
        public Waiting {
            missing = List.copyOf(missing);
        }
    }

    /** The input is bad, as {@code error.json} says. */
    record Refused(ResultKeys keys, Problem problem, StageTimes times) implements Outcome {}
}
