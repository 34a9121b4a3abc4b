package io.github.fixationheatmap.render;

/**
 * The two pictures of a run, of the photo's size.
 *
 * @param heatmap the heatmap alone, a palette picture with alpha: laid over the photo it gives the overlay
 * @param overlay the heatmap over the photo, RGB
 */
public record Pictures(Png heatmap, Png overlay) {}
