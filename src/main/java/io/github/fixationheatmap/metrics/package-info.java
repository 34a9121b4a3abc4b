/** What fixations and areas of interest say together: hits, metrics, and both as tables. Pure values; no I/O and no AWS. */
@NullMarked
package io.github.fixationheatmap.metrics;

import org.jspecify.annotations.NullMarked;
