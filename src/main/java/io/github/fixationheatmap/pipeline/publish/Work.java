package io.github.fixationheatmap.pipeline.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.pipeline.timing.Deadline;
import io.github.fixationheatmap.pipeline.timing.StageTimes;
import io.github.fixationheatmap.result.Fingerprint;
import io.github.fixationheatmap.result.Output;
import java.util.List;

/** The work on one export, for {@link Publisher} to do where nobody has done it. */
public interface Work {

    /** Where its results go. */
    ResultKeys keys();

    /** The name of what its results depend on, as the inputs were when they were listed. */
    Fingerprint fingerprint();

    /** That name as the inputs are now, by listing them again. */
    Fingerprint fingerprintNow();

    /** The clock of the run that it belongs to. */
    Deadline clock();

    /**
     * Reads the inputs and makes the outputs.
     *
     * @throws io.github.fixationheatmap.problem.ProblemException if the input is bad
     * @throws io.github.fixationheatmap.store.ObjectChangedException if an input is not what was listed
     */
    Made make();

    /** What was made, and not yet published. */
    interface Made {

        List<Output> outputs();

        /** The manifest that names these outputs, each as it was written. */
        ObjectNode manifest(List<Published> written);

        /** What to tell once all of it is published, which took that long. */
        Outcome.Done done(StageTimes times);
    }
}
