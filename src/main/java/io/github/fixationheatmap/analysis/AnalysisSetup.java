package io.github.fixationheatmap.analysis;

import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.HeatmapOptions.Blur;
import io.github.fixationheatmap.problem.Location;

/**
 * What is known before the first fixation is read.
 *
 * @param options the options that hold
 * @param grid the bins over the reference image
 * @param aois the AOIs
 * @param aoisLocation where problems say that the AOIs are
 */
public record AnalysisSetup(HeatmapOptions options, Grid grid, AoiSet aois, Location aoisLocation) {

    /**
     * The blur that the options choose, in bins.
     *
     * @throws IllegalArgumentException if it is given in degrees, and they are not related to px, or the blur is out of its range
     */
    public GaussianBlur blur() {
        return switch (options.blur()) {
            case Blur.Scale s -> GaussianBlur.ofScale(s.scale());
            case Blur.Degrees d -> GaussianBlur.ofSigma(d.sigma() * pixelsPerDegree() / grid.pixelsPerBin());
        };
    }

    private double pixelsPerDegree() {
        return options.pixelsPerDegree().orElseThrow(() -> new IllegalArgumentException("no px per degree"));
    }
}
