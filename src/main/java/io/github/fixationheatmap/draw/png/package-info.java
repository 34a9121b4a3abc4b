/** Writes PNG files: filtered rows, DEFLATE, chunks. */
@NullMarked
package io.github.fixationheatmap.draw.png;

import org.jspecify.annotations.NullMarked;
