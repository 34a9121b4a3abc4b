package io.github.fixationheatmap.analysis;

import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.model.Sections.Recording;
import java.util.List;

/**
 * The fixations of an export, counted.
 *
 * @param type the kind of export, as the columns of the fixations tell
 * @param durations where all durations come from, of the tables and of the weight: {@code end - start}, or the column {@code duration [ms]}
 * @param counts how many there were, and what became of them
 * @param selected the selected recordings, in the order of the counts
 * @param histogram the histogram that the heatmap shows
 */
public record CountedFixations(EnrichmentType type, String durations, Counts counts, List<Recording> selected, Histogram histogram) {
    public CountedFixations {
        selected = List.copyOf(selected);
    }

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
}
