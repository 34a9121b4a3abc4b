package io.github.fixationheatmap.pipeline.publish;

import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.pipeline.timing.Deadline.StageTimes;
import io.github.fixationheatmap.problem.Problem;
import java.util.List;

/** How the work on one export ended. */
public sealed interface Outcome {

    /** Where its results lie, or would lie. */
    ResultKeys keys();

    /** How long the work took, and in which stage it ended. */
    StageTimes times();

    /** Its results are written. */
    record Done(ResultKeys keys, long rowsRead, long rowsCounted, StageTimes times) implements Outcome {}

    /** It was worked on before, and is as it was: nothing was computed and no output was written. */
    record Unchanged(ResultKeys keys, Before before, StageTimes times) implements Outcome {}

    /** How work ended that was done before. */
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

    /** The input is bad, and its owner has been told so in {@code error.json}. */
    record Refused(ResultKeys keys, Problem problem, StageTimes times) implements Outcome {}
}
