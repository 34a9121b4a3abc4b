package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.options.Overrides;

/**
 * What is asked for.
 *
 * @param drop the drop that is read
 * @param folder the export's folder, where a zip holds several; else empty
 * @param overrides the options that hold over the drop's own
 */
public record HeatmapRequest(Drop drop, String folder, Overrides overrides) {

    /** All that results depend on beside the drop's files, as canonical JSON. */
    String canonical() {
        return RequestDocument.folderAndOptions(this).toString();
    }
}
