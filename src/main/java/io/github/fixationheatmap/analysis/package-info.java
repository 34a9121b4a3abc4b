/** Counts fixations, and decides which are left out. */
@NullMarked
package io.github.fixationheatmap.analysis;

import org.jspecify.annotations.NullMarked;
