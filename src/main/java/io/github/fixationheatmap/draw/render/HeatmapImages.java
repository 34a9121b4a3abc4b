package io.github.fixationheatmap.draw.render;

import io.github.fixationheatmap.draw.png.Png;

/**
 * The two pictures of a run, of the photo's size.
 *
 * @param heatmap the heatmap alone, a palette picture with alpha: laid over the photo it gives the overlay
 * @param overlay the heatmap over the photo, RGB
 */
public record HeatmapImages(Png heatmap, Png overlay) {}
