package io.github.fixationheatmap.options;

import io.github.fixationheatmap.options.HeatmapOptions.Choice;

/** An output that a run makes only if the option {@code outputs} names it. */
public enum ChosenOutput implements Choice {
    /** The overlay with its colour bar, unit and numbers. */
    FIGURE,
    /** The fixations in their order, as circles and lines over the reference image. */
    SCANPATH,
    /** The areas of interest over the reference image, coloured by a number of their labels. */
    AOI_HEATMAP,
    /** Bars of a number of each label, and the table of these numbers. */
    AOI_BARS,
    /** The numbers behind the heatmap. */
    HISTOGRAM,
    /** The bins of each recording, to be added to those of other exports. */
    RECORDING_HISTOGRAMS,
    /** A page with the numbers, the pictures and where they come from. */
    REPORT;

    @Override
    public String id() {
        return Choice.super.id().replace('_', '-');
    }
}
