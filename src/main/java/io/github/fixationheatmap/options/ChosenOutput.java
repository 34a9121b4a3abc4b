package io.github.fixationheatmap.options;

import io.github.fixationheatmap.options.HeatmapOptions.Choice;

/** An output that a run makes only if the option {@code outputs} names it. */
public enum ChosenOutput implements Choice {
    /** The overlay with its colour bar, unit and numbers. */
    FIGURE,
    /** The fixations in their order, as circles and lines over the reference image. */
    SCANPATH,
    /** The numbers behind the heatmap. */
    HISTOGRAM;

    @Override
    public String id() {
        return Choice.super.id().replace('_', '-');
    }
}
