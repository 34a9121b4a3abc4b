package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.options.Overrides;

/**
 * A request for a heatmap.
 *
 * @param drop the drop that is read
 * @param folder the export's folder, where a zip holds several; else empty
 * @param overrides the options that override the drop's own
 */
public record HeatmapRequest(Drop drop, String folder, Overrides overrides) {

    /** All that the results depend on except the drop's files, as canonical JSON. */
    String canonical() {
        return RequestDocument.folderAndOptions(this).toString();
    }
}
