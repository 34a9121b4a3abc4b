package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.analysis.Counts;
import io.github.fixationheatmap.analysis.FixationCounter;
import io.github.fixationheatmap.model.EnrichmentType;

/**
 * The fixations of an export, counted.
 *
 * @param tally the histogram, and what was selected
 * @param counts how many there were
 * @param type the kind of export, as the fixations' columns tell
 * @param durations where the tables' durations come from: {@code end - start}, or the column {@code duration [ms]}
 */
public record Counted(FixationCounter tally, Counts counts, EnrichmentType type, String durations) {}
