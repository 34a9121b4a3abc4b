/** Turns counted fixations into a value for each pixel: histogram, blur, resize. */
@NullMarked
package io.github.fixationheatmap.analysis.grid;

import org.jspecify.annotations.NullMarked;
