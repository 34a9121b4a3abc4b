package io.github.fixationheatmap.analysis;

import io.github.fixationheatmap.model.Recording;
import java.util.List;

/**
 * The numbers of fixations that were read, counted and left out.
 *
 * @param read all fixations of the fixations file
 * @param counted the fixations in the histogram
 * @param notMapped those without a position
 * @param outsideImage those outside of the image or surface
 * @param notSelected those of recordings that were not selected
 * @param recordings the recordings, in the order of the sections file, or else of first appearance
 */
public record Counts(long read, long counted, long notMapped, long outsideImage, long notSelected, List<OfRecording> recordings) {

    public Counts {
        recordings = List.copyOf(recordings);
    }

    /** A recording and the number of its counted fixations. */
    public record OfRecording(Recording recording, long counted) {}
}
