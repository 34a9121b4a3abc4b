/** Vector graphics: one description of a drawing ({@link Drawing}, {@link Mark}), and two writers, of SVG and of PNG. */
@NullMarked
package io.github.fixationheatmap.draw.vector;

import org.jspecify.annotations.NullMarked;
