package io.github.fixationheatmap.result.report;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.CountedFixations;
import io.github.fixationheatmap.analysis.CountedFixations.Rows;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.draw.figure.NumberText;
import io.github.fixationheatmap.options.FigureOptions;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.HeatmapOptions.Blur;
import io.github.fixationheatmap.result.CountedTime;
import io.github.fixationheatmap.result.DescribedRun;
import io.github.fixationheatmap.result.FullScale;
import io.github.fixationheatmap.result.LeftOut;
import java.util.ArrayList;
import java.util.List;

/**
 * How the numbers were made, as sentences for a paper.
 *
 * @param paragraph the sentences
 * @param sources the works that they cite
 */
record MethodsSection(String paragraph, List<String> sources) {

    MethodsSection {
        sources = List.copyOf(sources);
    }

    static MethodsSection of(DescribedRun run) {
        Analysis analysis = run.manifest().analysis();
        List<String> sentences = new ArrayList<>();
        sentences.add(fixations(analysis));
        // What a table of another eye tracker does not tell: placement, scaling, units.
        sentences.addAll(analysis.fixations().table().assumed());
        CountedTime.sentence(analysis).ifPresent(sentences::add);
        sentences.add(histogram(analysis));
        sentences.add(blur(analysis));
        sentences.add(colours(analysis));
        if (!analysis.setup().aois().aois().isEmpty()) {
            sentences.add(areas(analysis));
        }
        sentences.addAll(GroupMethods.sentences(analysis));
        sentences.add("The analysis was made with " + run.tool().name() + " " + run.tool().version() + ".");
        return new MethodsSection(String.join(" ", sentences), GroupMethods.sources(analysis));
    }

    private static String fixations(Analysis analysis) {
        Rows rows = analysis.fixations().counts().all();
        Grid grid = analysis.setup().grid();
        List<String> leftOut = LeftOut.byReason(rows);
        return "Fixations of " + NumberText.counted(analysis.fixations().selected().size(), "recording") + " were taken from "
                + source(analysis.fixations()) + " on a reference image of "
                + NumberText.grouped(grid.width()) + " \u00d7 " + NumberText.grouped(grid.height())
                + NumberText.SPACE + "px. Of " + NumberText.counted(rows.read(), "fixation") + ", "
                + NumberText.grouped(rows.counted()) + " " + Words.were(rows.counted()) + " counted"
                + (leftOut.isEmpty() ? "." : "; " + Words.list(leftOut) + " were left out.");
    }

    private static String source(CountedFixations fixations) {
        String kind = switch (fixations.type()) {
            case LAYOUT -> "a table of fixations with a layout of its own";
            case EYELINK -> "an EyeLink export";
            default -> "a " + SeenSection.kind(fixations.type()) + " export";
        };
        return kind + fixations.table().stimulus().map(name -> " (stimulus \u201c" + name + "\u201d)").orElse("");
    }

    private static String histogram(Analysis analysis) {
        HeatmapOptions options = analysis.setup().options();
        Grid grid = analysis.setup().grid();
        String each = switch (options.weight()) {
            case COUNT -> "Each fixation counted as 1";
            case DURATION -> "Each fixation counted with its duration in ms (" + analysis.fixations().durations() + ")";
        };
        String normalized = switch (options.normalization()) {
            case NONE -> "";
            case RECORDING -> " The histogram of each recording was divided by its sum, so that all recordings weigh the same.";
        };
        return each + " in a two-dimensional histogram of " + grid.nx() + " \u00d7 " + grid.ny() + " bins of "
                + NumberText.shortened(grid.pixelsPerBin()) + NumberText.SPACE + "px." + normalized;
    }

    private static String blur(Analysis analysis) {
        HeatmapOptions options = analysis.setup().options();
        double bins = analysis.blur().sigma();
        double px = bins * analysis.setup().grid().pixelsPerBin();
        List<String> sigma = new ArrayList<>(List.of(NumberText.shortened(bins) + " bins", Words.px(px)));
        options.pixelsPerDegree().ifPresent(each -> sigma.add(NumberText.shortened(px / each) + "\u00b0 of visual angle at "
                + NumberText.shortened(each) + NumberText.SPACE + "px per degree"));
        String scale = options.blur() instanceof Blur.Scale s ? "; scale " + NumberText.shortened(s.scale()) : "";
        return "It was smoothed with a Gaussian (sigma = " + String.join(" = ", sigma) + scale + "; kernel of " + analysis.blur().taps()
                + " bins, edges mirrored)" + maximum(analysis) + " and "
                + "enlarged to the size of the image by Lanczos interpolation (8 \u00d7 8 taps).";
    }

    private static String maximum(Analysis analysis) {
        double peak = analysis.field().peak();
        return peak > 0 ? ", divided by its maximum (" + FullScale.of(analysis) + ")," : "";
    }

    private static String colours(Analysis analysis) {
        FigureOptions figures = analysis.setup().options().figures();
        return "Values were shown in the colour map " + figures.colormap().id() + " with an opacity that equals the value, up to "
                + Words.percent(figures.opacity()) + (figures.threshold() > 0
                ? "; values below " + Words.percent(figures.threshold()) + " were not shown." : ".");
    }

    private static String areas(Analysis analysis) {
        int areas = analysis.setup().aois().aois().size();
        int labels = analysis.labelMetrics().labels().size();
        String times = analysis.timeOrigin().option().map(origin -> switch (origin) {
            case SECTION -> " Times to first fixation run from the start of the section.";
            case RECORDING -> " Times to first fixation run from the start of the recording.";
        }).orElse("");
        return "The image has " + NumberText.counted(areas, "area") + " of interest with " + NumberText.counted(labels, "label")
                + ": a fixation hits a label if it lies in an area that has the label." + times;
    }
}
