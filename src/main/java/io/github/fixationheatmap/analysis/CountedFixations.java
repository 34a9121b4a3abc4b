package io.github.fixationheatmap.analysis;

import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.model.Recording;
import java.util.List;

/**
 * The fixations of an export, counted.
 *
 * @param type the kind of export, as the columns of the fixations tell
 * @param durations where the tables' durations come from: {@code end - start}, or the column {@code duration [ms]}
 * @param counts how many there were, and what became of them
 * @param selected the selected recordings, in the order of the counts
 * @param histogram the histogram that the heatmap shows
 */
public record CountedFixations(EnrichmentType type, String durations, Counts counts, List<Recording> selected, Histogram histogram) {
    public CountedFixations {
        selected = List.copyOf(selected);
    }
}
