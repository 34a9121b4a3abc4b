package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.result.Fingerprinter.Fingerprint;
import java.util.function.Supplier;

/**
 * What results are published for.
 *
 * @param keys where the results go
 * @param fingerprint names everything that the results depend on, as the inputs were when they were listed
 * @param current computes the fingerprint of the inputs as they are now
 * @param deadline the time of the run
 */
public record Target(ResultKeys keys, Fingerprint fingerprint, Supplier<Fingerprint> current, Deadline deadline) {

    /** Whether the inputs are still those that were listed. */
    boolean inputsUnchanged() {
        return current.get().equals(fingerprint);
    }
}
