package io.github.fixationheatmap.analysis;

import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.model.TableReading;
import java.util.List;
import java.util.Optional;

/**
 * The fixations of an export, counted.
 *
 * @param type the kind of export, as the columns of the fixations tell
 * @param durations where the durations of tables and weight come from: {@code end - start}, or the column {@code duration [ms]}
 * @param counts how many there were, and what became of them
 * @param fit how positions in px fit the image; fractions fit any image
 * @param selected the selected recordings, in the order of the counts
 * @param histogram the histogram that the heatmap shows
 * @param table what the tables told beside fixations
 */
public record CountedFixations(
        EnrichmentType type, String durations, Counts counts, Optional<ImageFit> fit, List<Recording> selected, Histogram histogram,
        TableReading table) {

    public CountedFixations {
        selected = List.copyOf(selected);
    }

    /**
     * The numbers of fixations that were counted and left out.
     *
     * @param recordings the recordings, in the order of the sections file, or else of first appearance
     */
    public record Counts(List<OfRecording> recordings) {

        public Counts {
            recordings = List.copyOf(recordings);
        }

        /** The numbers of all recordings together. */
        public Rows all() {
            return recordings.stream().map(OfRecording::rows).reduce(Rows.NONE, Rows::plus);
        }

        /**
         * A recording.
         *
         * @param rows what became of its rows
         * @param weight what its fixations weigh together, before any normalization: their number, or their ns
         */
        public record OfRecording(Recording recording, Rows rows, double weight) {}
    }

    /**
     * What became of rows of the fixations file.
     *
     * @param counted the fixations in the histogram
     * @param notMapped those without a position
     * @param outsideImage those outside of the image or surface
     * @param outsideTime those of selected recordings that start outside the chosen time
     * @param notSelected those of recordings that were not selected
     * @param repeated rows that repeat an earlier row
     * @param otherStimulus those on another stimulus than the one that the image shows
     */
    public record Rows(
            long counted, long notMapped, long outsideImage, long outsideTime, long notSelected, long repeated, long otherStimulus) {

        static final Rows NONE = new Rows(0, 0, 0, 0, 0, 0, 0);

        /** All rows. */
        public long read() {
            return counted + notMapped + outsideImage + outsideTime + notSelected + repeated + otherStimulus;
        }

        Rows plus(Rows other) {
            return new Rows(counted + other.counted, notMapped + other.notMapped, outsideImage + other.outsideImage,
                    outsideTime + other.outsideTime, notSelected + other.notSelected, repeated + other.repeated,
                    otherStimulus + other.otherStimulus);
        }
    }
}
