/** From counted fixations to a value for each pixel: bins, blur, resize. */
@NullMarked
package io.github.fixationheatmap.analysis.grid;

import org.jspecify.annotations.NullMarked;
