package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.result.Fingerprint;

/**
 * Results that somebody asked for, of a drop in one state: what they are called never means anything else.
 *
 * @param ask what was asked for
 * @param fingerprint the name of all that the results depend on, when it was asked
 */
public record HeatmapRequest(Ask ask, Fingerprint fingerprint) {

    /** The id of the results. */
    public String id() {
        return fingerprint.id();
    }

    /** Where the results go. */
    public ResultKeys keys() {
        return DropKeys.onDemand(id());
    }
}
