package io.github.fixationheatmap.result.output;

import static io.github.fixationheatmap.draw.figure.NumberText.SPACE;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.CountedFixations.Rows;
import io.github.fixationheatmap.draw.figure.ColourBar;
import io.github.fixationheatmap.draw.figure.FigurePage;
import io.github.fixationheatmap.draw.figure.NumberText;
import io.github.fixationheatmap.draw.vector.Drawing;
import io.github.fixationheatmap.draw.vector.Mark.Picture;
import io.github.fixationheatmap.draw.vector.Mark;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.options.ChosenOutput;
import io.github.fixationheatmap.options.FigureOptions;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.result.CountedTime;
import io.github.fixationheatmap.result.FullScale;
import io.github.fixationheatmap.result.LeftOut;
import io.github.fixationheatmap.result.ResultFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The overlay as a figure: with its colour bar, what 100 % stands for, and the numbers behind it. */
final class FigureOutput implements Output {

    private static final FileType PNG_FILE =
            new FileType("figure.png", PNG, "the overlay with colour bar, unit and numbers, for a paper or a slide");
    private static final FileType SVG_FILE = new FileType("figure.svg", SVG, "the same figure as vector graphics, with real text");
    private static final String HUNDRED_PERCENT = percent(1);
    private static final List<String> TICKS = List.of(percent(0), percent(0.25), percent(0.5), percent(0.75), HUNDRED_PERCENT);

    @Override
    public List<FileType> files() {
        return List.of(PNG_FILE, SVG_FILE);
    }

    @Override
    public boolean isMade(HeatmapOptions options) {
        return options.figures().outputs().contains(ChosenOutput.FIGURE);
    }

    @Override
    public List<ResultFile> make(Analysis analysis, Pictures pictures, ResultKeys keys) {
        return FigureFiles.of(drawing(analysis, pictures), analysis.setup().time(), keys, PNG_FILE, SVG_FILE);
    }

    private static Drawing drawing(Analysis analysis, Pictures pictures) {
        List<Mark> picture = List.of(
                new Picture(pictures.size().box(), pictures.photo()).tagged("photo"),
                new Picture(pictures.size().box(), pictures.heat()).tagged("heatmap"));
        ColourBar bar = new ColourBar(Arrays.stream(pictures.colours().entries()).boxed().toList(), TICKS);
        String heading = analysis.setup().options().figures().title().orElse("");
        FigurePage page = new FigurePage(pictures.size(), heading, picture, bar, String.join(" ", notes(analysis)));
        return page.drawing("figure", heading.isBlank() ? "Heatmap of fixations" : heading);
    }

    private static List<String> notes(Analysis analysis) {
        List<String> notes = new ArrayList<>();
        if (analysis.fixations().counts().all().counted() > 0) {
            notes.add(HUNDRED_PERCENT + " = " + FullScale.of(analysis, "after blur."));
        }
        notes.add(counted(analysis));
        CountedTime.sentence(analysis).ifPresent(notes::add);
        notes.add(blur(analysis));
        notes.add(colours(analysis.setup().options().figures()));
        return notes;
    }

    /** How many fixations of how many recordings were counted and left out, as a sentence. */
    static String counted(Analysis analysis) {
        Rows rows = analysis.fixations().counts().all();
        int recordings = analysis.fixations().selected().size();
        List<String> leftOut = LeftOut.byReason(rows);
        String fixations = rows.counted() == 0 ? "No fixation" : NumberText.counted(rows.counted(), "fixation");
        return fixations + " of " + NumberText.counted(recordings, "recording") + " counted"
                + (leftOut.isEmpty() ? "." : "; left out: " + String.join(", ", leftOut) + ".");
    }

    private static String blur(Analysis analysis) {
        HeatmapOptions options = analysis.setup().options();
        double pixels = analysis.blur().sigma() * analysis.setup().grid().pixelsPerBin();
        List<String> parts = new ArrayList<>();
        if (options.blur() instanceof HeatmapOptions.Blur.Scale scale) {
            parts.add("scale" + SPACE + NumberText.shortened(scale.scale()));
        }
        parts.add("sigma" + SPACE + NumberText.shortened(pixels) + SPACE + "px");
        options.pixelsPerDegree().ifPresent(each -> parts.add(NumberText.shortened(pixels / each) + "\u00b0 (" + NumberText.shortened(each)
                + SPACE + "px per degree)"));
        return "Gaussian blur: " + String.join(", ", parts) + ".";
    }

    private static String colours(FigureOptions figures) {
        String opacity = "Colour map: " + figures.colormap().id() + ", opacity up to " + percent(figures.opacity());
        return figures.threshold() > 0 ? opacity + "; values below " + percent(figures.threshold()) + " are transparent." : opacity + ".";
    }

    static String percent(double share) {
        return NumberText.shortened(100 * share) + SPACE + "%";
    }
}
