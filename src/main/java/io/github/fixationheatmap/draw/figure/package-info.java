/**
 * Figures: pages, charts, legends and scanpaths, as drawings.
 *
 * <p>A new figure is a {@link FigurePage}: marks over the photo, in px of the reference image, what stands beside it (an
 * {@link AreaLegend}, a {@link ColourBar}), and sentences below it. {@code src/docs/figures.md} has an example.
 */
@NullMarked
package io.github.fixationheatmap.draw.figure;

import org.jspecify.annotations.NullMarked;
