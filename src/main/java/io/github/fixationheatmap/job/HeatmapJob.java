package io.github.fixationheatmap.job;

import io.github.fixationheatmap.drop.Drop;

/**
 * What is to be done.
 *
 * @param drop what was dropped
 */
public record HeatmapJob(Drop drop) {}
