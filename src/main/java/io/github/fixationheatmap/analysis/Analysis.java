package io.github.fixationheatmap.analysis;

import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.ScalarField;
import io.github.fixationheatmap.analysis.metrics.AoiHitRecorder;
import io.github.fixationheatmap.analysis.metrics.AoiMetrics;
import io.github.fixationheatmap.analysis.metrics.LabelMetrics;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin;

/**
 * All numbers of a run: what outputs are made of.
 *
 * @param setup what was known before the first fixation
 * @param fixations the counted fixations
 * @param listeners what was recorded of each fixation
 * @param timeOrigin from when the time to first fixation counts
 * @param blur the blur, in bins
 * @param field the value of each pixel
 */
public record Analysis(
        AnalysisSetup setup, CountedFixations fixations, FixationListeners listeners, SectionTimeOrigin timeOrigin, GaussianBlur blur,
        ScalarField field) {

    /** Records which AOIs are hit. */
    public static final FixationListeners.Kind<AoiHitRecorder> AOI_HITS = new FixationListeners.Kind<>(
            AoiHitRecorder.class, setup -> new AoiHitRecorder(
                    setup.aois().aois(), setup.options().aoi().background(), setup.grid().width(), setup.grid().height()));

    /** Blurs what was counted, and scales it to a value for each pixel. */
    public static Analysis of(AnalysisSetup setup, CountedFixations fixations, FixationListeners listeners, SectionTimeOrigin timeOrigin) {
        GaussianBlur blur = setup.blur();
        return new Analysis(setup, fixations, listeners, timeOrigin, blur, ScalarField.of(fixations.histogram(), blur));
    }

    /** The metrics of AOIs, recording by recording. */
    public AoiMetrics aoiMetrics() {
        return new AoiMetrics(aoiHits(), timeOrigin, fixations.selected());
    }

    /** The metrics of labels, over all selected recordings. */
    public LabelMetrics labelMetrics() {
        return new LabelMetrics(aoiMetrics(), setup.wearers());
    }

    /** The hits of AOIs. */
    public AoiHitRecorder aoiHits() {
        return listeners.get(AOI_HITS);
    }
}
