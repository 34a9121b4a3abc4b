/**
 * Figures: one description of a drawing ({@link Drawing}, {@link Mark}), written as SVG and as PNG.
 *
 * <p>A new figure is a {@link FigurePage}: marks over the photo, in px of the reference image, what stands beside it
 * ({@link Legend}, {@link ColourBar}), and sentences below it. {@code src/docs/figures.md} has an example.
 */
@NullMarked
package io.github.fixationheatmap.draw.figure;

import org.jspecify.annotations.NullMarked;
