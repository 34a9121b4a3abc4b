/** From fixations to a field of values: bins, blur, resize. Plain arrays; no I/O and no AWS. */
@NullMarked
package io.github.fixationheatmap.grid;

import org.jspecify.annotations.NullMarked;
