/** Records the hits of areas of interest, and computes their metrics for each recording. */
@NullMarked
package io.github.fixationheatmap.analysis.metrics;

import org.jspecify.annotations.NullMarked;
