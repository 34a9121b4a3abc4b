package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.result.Fingerprint;

/**
 * A request for a drop in one state. Its id never means anything else.
 *
 * @param request what is asked for
 * @param fingerprint names everything that the results depend on, when it was asked
 */
public record OnDemandRequest(HeatmapRequest request, Fingerprint fingerprint) {

    /** The id of the results. */
    public String id() {
        return fingerprint.id();
    }

    /** Where the results go. */
    public ResultKeys keys() {
        return DropKeys.onDemand(id());
    }
}
