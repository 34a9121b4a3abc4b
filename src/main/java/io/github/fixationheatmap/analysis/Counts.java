package io.github.fixationheatmap.analysis;

import io.github.fixationheatmap.model.Recording;
import java.util.List;

/**
 * How many fixations there were, and what became of them.
 *
 * @param read the rows of the fixations file
 * @param counted the fixations in the histogram
 * @param notMapped those without a position
 * @param outsideImage those beside the image or surface
 * @param notSelected those of a recording that was not asked for
 * @param recordings the recordings, as the sections file orders them or else by first appearance
 */
public record Counts(long read, long counted, long notMapped, long outsideImage, long notSelected, List<OfRecording> recordings) {

    public Counts {
        recordings = List.copyOf(recordings);
    }

    /** A recording, and how many of its fixations were counted. */
    public record OfRecording(Recording recording, long counted) {}
}
