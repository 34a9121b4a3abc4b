/** Encodes PNG files: DEFLATE of filtered rows, chunks. */
@NullMarked
package io.github.fixationheatmap.draw.png;

import org.jspecify.annotations.NullMarked;
