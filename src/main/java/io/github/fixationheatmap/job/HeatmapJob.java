package io.github.fixationheatmap.job;

import io.github.fixationheatmap.drop.Drop;

/**
 * What is to be done.
 *
 * @param drop what was dropped
 * @param deadline until when
 */
public record HeatmapJob(Drop drop, Deadline deadline) {

    /** A job that has all the time in the world. */
    public HeatmapJob(Drop drop) {
        this(drop, Deadline.NONE);
    }
}
