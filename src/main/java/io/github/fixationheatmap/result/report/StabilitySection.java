package io.github.fixationheatmap.result.report;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.comparison.HotSpots;
import io.github.fixationheatmap.analysis.comparison.Stability;
import io.github.fixationheatmap.draw.figure.CurveChart;
import io.github.fixationheatmap.draw.vector.Drawing;
import io.github.fixationheatmap.draw.figure.NumberText;
import io.github.fixationheatmap.draw.vector.SvgWriter;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.result.ManifestGroups;
import io.github.fixationheatmap.result.report.HeatmapSection.Frame;
import io.github.fixationheatmap.result.report.ReportPictures.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How far the map of all recordings can be trusted.
 *
 * @param sentence the result in words
 * @param curve how maps of n recordings correlate; empty if there are too few
 * @param frame the size of the picture
 * @param heat the heatmap as the text of a {@code data:} URI
 * @param hotSpots outlines over the heatmap
 * @param hotSpotCaption what they are
 */
record StabilitySection(
        String sentence, Optional<Curve> curve, Frame frame, String heat, Layer hotSpots, String hotSpotCaption) {

    /**
     * A chart.
     *
     * @param view the SVG's view
     * @param svg its elements
     * @param description what it shows, for those who cannot see it
     * @param caption the sentences below
     */
    record Curve(String view, String svg, String description, String caption) {}

    static StabilitySection of(Analysis analysis, ReportPictures pictures) {
        String caption = "Outlined: bins whose mean is at least half of the largest mean in " + Words.percent(HotSpots.CONFIDENT)
                + " or more of 1,000 resamples of the recordings with replacement, each of which weighs the same. "
                + pictures.hotSpots().note();
        return new StabilitySection(ManifestGroups.sentence(analysis),
                analysis.stability().map(stability -> curve(stability, analysis.setup().time())),
                Frame.of(analysis.setup().grid()), pictures.heat(), pictures.hotSpots(), caption.strip());
    }

    private static Curve curve(Stability stability, TimeCheck time) {
        List<CurveChart.Point> points = stability.curve().stream()
                .map(point -> new CurveChart.Point(point.n(), point.mean(), point.low(), point.high())).toList();
        List<CurveChart.Point> expected = expected(stability);
        CurveChart chart = new CurveChart("n, recordings in each of two sets", "Correlation of the sets\u2019 maps (CC)", points, expected,
                Stability.AIM);
        Drawing drawing = chart.drawing("stability", "", "");
        String caption = "The mean correlation of the maps of two sets of n recordings without a common one, over "
                + Stability.Point.DRAWS + " draws, and the range of 95" + NumberText.SPACE + "% of the draws."
                + (expected.isEmpty() ? "" : " The ring is what the Spearman-Brown formula expects of maps of "
                + NumberText.grouped(expected.getLast().n()) + " recordings.") + " The line is at " + Stability.AIM + ".";
        return new Curve("0 0 " + drawing.width() + " " + drawing.height(), SvgWriter.fragment(drawing, time), description(stability),
                caption);
    }

    /** Spearman and Brown's formula up to twice the curve's last n, as for the reliability; empty where maps do not correlate above 0. */
    private static List<CurveChart.Point> expected(Stability stability) {
        double r = stability.splitHalf();
        if (!(r > 0)) {
            return List.of();
        }
        int half = stability.curve().getLast().n();
        double ofOne = r / (half - (half - 1) * r);
        List<CurveChart.Point> expected = new ArrayList<>();
        IntStream.rangeClosed(half, 2 * half)
                .forEach(n -> expected.add(new CurveChart.Point(n, n * ofOne / (1 + (n - 1) * ofOne))));
        return expected;
    }

    private static String description(Stability stability) {
        Stability.Point first = stability.curve().getFirst();
        Stability.Point last = stability.curve().getLast();
        return "Maps of " + NumberText.counted(first.n(), "recording") + " correlate " + NumberText.shortened(first.mean())
                + " with those of as many others, maps of " + last.n() + " " + NumberText.shortened(last.mean()) + " (95"
                + NumberText.SPACE + "% of draws: " + NumberText.shortened(last.low()) + " to " + NumberText.shortened(last.high())
                + "). Maps of " + 2 * last.n() + " are expected to correlate " + NumberText.shortened(stability.reliability())
                + ".";
    }
}
