package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.pipeline.timing.Deadline;

/**
 * What is to be done.
 *
 * @param drop what was dropped
 * @param overrides the options that hold over the drop's own
 * @param clock how much time there is, and where it went
 */
public record HeatmapJob(Drop drop, Overrides overrides, Deadline clock) {

    /** A drop by its own options. */
    public HeatmapJob(Drop drop, Deadline clock) {
        this(drop, Overrides.none(), clock);
    }

    /** The same to be done with a drop. */
    HeatmapJob of(Drop other) {
        return new HeatmapJob(other, overrides, clock);
    }

    /** A job that has all the time in the world. */
    public HeatmapJob(Drop drop) {
        this(drop, Deadline.none());
    }
}
