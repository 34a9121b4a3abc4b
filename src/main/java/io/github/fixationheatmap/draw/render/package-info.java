/** Renders the heatmap and its overlay. */
@NullMarked
package io.github.fixationheatmap.draw.render;

import org.jspecify.annotations.NullMarked;
