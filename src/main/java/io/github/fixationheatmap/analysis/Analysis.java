package io.github.fixationheatmap.analysis;

import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.analysis.comparison.GroupStudy;
import io.github.fixationheatmap.analysis.comparison.Stability;
import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.ScalarField;
import io.github.fixationheatmap.analysis.metrics.AoiHitRecorder;
import io.github.fixationheatmap.analysis.metrics.AoiMetrics;
import io.github.fixationheatmap.analysis.metrics.LabelMetrics;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin;
import io.github.fixationheatmap.model.Sections;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.HeatmapOptions.Blur;
import io.github.fixationheatmap.problem.Location;
import java.util.Map;
import java.util.Optional;

/**
 * All numbers of a run: what outputs are made of.
 *
 * @param setup what was known before the first fixation
 * @param fixations the counted fixations
 * @param listeners what was recorded of each fixation
 * @param timeOrigin from when the time to first fixation counts
 * @param blur the blur, in bins
 * @param field the value of each pixel
 * @param aoiMetrics the metrics of AOIs, recording by recording
 * @param groups the groups that are compared, if there are any
 * @param stability how far the map can be trusted, if there are enough recordings
 * @param hotSpots how far each bin can be trusted to be in a hot spot, {@code [ny][nx]}, if there is a stability, and a report to show it
 */
public record Analysis(
        Setup setup, CountedFixations fixations, FixationListeners listeners, SectionTimeOrigin timeOrigin, GaussianBlur blur,
        ScalarField field, AoiMetrics aoiMetrics, Optional<GroupStudy> groups, Optional<Stability> stability,
        Optional<double[][]> hotSpots) {

    /** Records which AOIs are hit. */
    public static final FixationListeners.Kind<AoiHitRecorder> AOI_HITS = new FixationListeners.Kind<>(
            AoiHitRecorder.class, setup -> new AoiHitRecorder(
                    setup.aois().aois(), setup.options().aoi().background(), setup.grid().width(), setup.grid().height(),
                    setup.time()));

    /** Keeps the fixations that scanpaths show. */
    public static final FixationListeners.Kind<ScanpathRecorder> SCANPATHS = new FixationListeners.Kind<>(
            ScanpathRecorder.class, setup -> new ScanpathRecorder(setup.options().figures().scanpath().first()));

    /** Adds up the bins of each recording. */
    public static final FixationListeners.Kind<RecordingBins> RECORDING_BINS = new FixationListeners.Kind<>(
            RecordingBins.class, setup -> new RecordingBins(setup.grid(), setup.options().weight()));

    /** Blurs what was counted, and scales it to a value for each pixel. */
    public static Analysis of(Setup setup, CountedFixations fixations, FixationListeners listeners, SectionTimeOrigin timeOrigin) {
        GaussianBlur blur = setup.blur();
        return new Analysis(setup, fixations, listeners, timeOrigin, blur, ScalarField.of(fixations.histogram(), blur, setup.time()),
                new AoiMetrics(listeners.get(AOI_HITS), timeOrigin, fixations.selected()), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    /** The same with groups that are compared, with the stability of the map of all recordings, and with hot spots. */
    public Analysis with(Optional<GroupStudy> compared, Optional<Stability> stable, Optional<double[][]> trusted) {
        return new Analysis(setup, fixations, listeners, timeOrigin, blur, field, aoiMetrics, compared, stable, trusted);
    }

    /** The metrics of labels, over all selected recordings. */
    public LabelMetrics labelMetrics() {
        return new LabelMetrics(aoiMetrics, setup.wearers());
    }

    /** The hits of AOIs. */
    public AoiHitRecorder aoiHits() {
        return listeners.get(AOI_HITS);
    }

    /**
     * What is known before the first fixation is read.
     *
     * @param options the options that hold
     * @param grid the bins over the reference image
     * @param aois the AOIs
     * @param aoisLocation where problems say that the AOIs are
     * @param time is looked at by every long loop
     * @param wearers the numbers of recordings' wearers, by the recordings' ids, as {@link Sections#wearers} has them
     */
    public record Setup(
            HeatmapOptions options, Grid grid, AoiSet aois, Location aoisLocation, TimeCheck time, Map<String, Integer> wearers) {

        /** A setup of an export that names no wearers. */
        public Setup(HeatmapOptions options, Grid grid, AoiSet aois, Location aoisLocation, TimeCheck time) {
            this(options, grid, aois, aoisLocation, time, Map.of());
        }

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
}
