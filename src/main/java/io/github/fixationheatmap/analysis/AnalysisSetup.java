package io.github.fixationheatmap.analysis;

import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.problem.Location;

/**
 * What is known before the first fixation is read.
 *
 * @param options the options that hold
 * @param grid the bins over the reference image
 * @param aois the AOIs
 * @param aoisLocation where problems say that the AOIs are
 * @param time is looked at by every long loop
 */
public record AnalysisSetup(HeatmapOptions options, Grid grid, AoiSet aois, Location aoisLocation, TimeCheck time) {}
