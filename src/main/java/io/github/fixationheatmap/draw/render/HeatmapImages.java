package io.github.fixationheatmap.draw.render;

import io.github.fixationheatmap.draw.png.Png;

/**
 * The two images of a run, of the reference image's size.
 *
 * @param heatmap the heatmap alone, a palette image with alpha: over the reference image it gives the overlay
 * @param overlay the heatmap over the reference image, RGB
 */
public record HeatmapImages(Png heatmap, Png overlay) {}
