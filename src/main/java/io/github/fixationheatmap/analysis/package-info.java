/** From fixations to numbers: what is counted, and what is left out. */
@NullMarked
package io.github.fixationheatmap.analysis;

import org.jspecify.annotations.NullMarked;
