package io.github.fixationheatmap.job;

import io.github.fixationheatmap.drop.Drop;

/**
 * What is to be done.
 *
 * @param drop what was dropped
 * @param overrides the options that hold over the drop's own
 * @param deadline until when
 */
public record HeatmapJob(Drop drop, Overrides overrides, Deadline deadline) {

    /** A drop by its own options. */
    public HeatmapJob(Drop drop, Deadline deadline) {
        this(drop, Overrides.none(), deadline);
    }

    /** A job that has all the time in the world. */
    public HeatmapJob(Drop drop) {
        this(drop, Deadline.NONE);
    }
}
