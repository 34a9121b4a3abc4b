package io.github.fixationheatmap.options;

import io.github.fixationheatmap.options.HeatmapOptions.Choice;

/** A colour map of heatmaps. */
public enum Colormap implements Choice {
    /** Google's rainbow, which Pupil Cloud uses. */
    TURBO,
    /** From dark blue to yellow, evenly lighter, for all kinds of colour vision. */
    VIRIDIS,
    /** As viridis, and nearly the same with red-green blindness. */
    CIVIDIS,
    /** From black over red to light yellow. */
    INFERNO,
    /** From dark blue over green to pink. */
    BATLOW
}
