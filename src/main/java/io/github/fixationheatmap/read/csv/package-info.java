/** Reads CSV files row by row, and says where one is damaged. */
@NullMarked
package io.github.fixationheatmap.read.csv;

import org.jspecify.annotations.NullMarked;
