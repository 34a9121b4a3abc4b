package io.github.fixationheatmap.job;

import io.github.fixationheatmap.study.EnrichmentType;

/**
 * The fixations of an export, counted.
 *
 * @param tally the histogram, and what was selected
 * @param counts how many there were
 * @param type the kind of export, as the fixations' columns tell
 * @param durations where the tables' durations come from: {@code end - start}, or the column {@code duration [ms]}
 */
record Counted(FixationTally tally, Counts counts, EnrichmentType type, String durations) {}
