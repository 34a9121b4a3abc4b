package io.github.fixationheatmap.result.report;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.CountedFixations.Rows;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.ScalarField;
import io.github.fixationheatmap.draw.vector.Box;
import io.github.fixationheatmap.draw.figure.FigurePage.Size;
import io.github.fixationheatmap.draw.figure.NumberText;
import io.github.fixationheatmap.options.FigureOptions;
import io.github.fixationheatmap.result.FullScale;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The photo, and layers over it.
 *
 * @param frame the photo's size
 * @param pictures the pictures
 * @param ramp the colour bar
 * @param description what the picture shows, for those who cannot see it
 * @param caption the sentences below
 */
record HeatmapSection(Frame frame, ReportPictures pictures, Ramp ramp, String description, String caption) {

    /**
     * The place of a picture in px of the reference image, and the size at which it is shown.
     *
     * @param shownWidth at most {@value #MAX_WIDTH}
     * @param shownHeight at most {@value #MAX_HEIGHT}
     */
    record Frame(Box box, int shownWidth, int shownHeight) {

        private static final int MAX_WIDTH = 1_000;
        private static final int MAX_HEIGHT = 760;

        static Frame of(Grid grid) {
            Box box = new Size(grid.width(), grid.height()).box();
            double scale = Math.min(MAX_WIDTH / box.width(), MAX_HEIGHT / box.height());
            return new Frame(box, (int) Math.rint(box.width() * scale), (int) Math.rint(box.height() * scale));
        }

        String x() {
            return plain(box.x());
        }

        String y() {
            return plain(box.y());
        }

        String width() {
            return plain(box.width());
        }

        String height() {
            return plain(box.height());
        }

        private static String plain(double px) {
            return BigDecimal.valueOf(px).stripTrailingZeros().toPlainString();
        }

        /** The SVG's view. */
        String view() {
            return String.join(" ", x(), y(), width(), height());
        }
    }

    /** A colour bar: its id in the page, and its colours from the lowest value. */
    record Ramp(String id, List<String> colours) {

        private static final int EVERY = 15;

        static Ramp of(String id, List<Integer> rgb) {
            return new Ramp(id, IntStream.iterate(0, i -> i < rgb.size(), i -> i + EVERY)
                    .mapToObj(i -> String.format("#%06x", rgb.get(i))).toList());
        }

        /** Where a colour stands, from 0 to 1. */
        String offset(int i) {
            return NumberText.shortened((double) i / (colours.size() - 1));
        }
    }

    /** The labels of the colour bar, from the lowest. */
    List<String> ticks() {
        return Stream.of(0.0, 0.25, 0.5, 0.75, 1.0).map(Words::percent).toList();
    }

    static HeatmapSection of(Analysis analysis, ReportPictures pictures) {
        Frame frame = Frame.of(analysis.setup().grid());
        return new HeatmapSection(frame, pictures, Ramp.of("ramp-heat", pictures.colours()), description(analysis), caption(analysis));
    }

    private static String description(Analysis analysis) {
        Rows rows = analysis.fixations().counts().all();
        Grid grid = analysis.setup().grid();
        String size = "The reference image, " + NumberText.grouped(grid.width()) + " by " + NumberText.grouped(grid.height()) + " px";
        if (rows.counted() == 0) {
            return size + ". No fixation was counted.";
        }
        int[] peak = peak(analysis.field());
        return size + ", under a heatmap of " + NumberText.counted(rows.counted(), "fixation") + " of "
                + NumberText.counted(analysis.fixations().selected().size(), "recording") + ". Its maximum, "
                + FullScale.of(analysis) + ", is "
                + Words.percent((peak[0] + 0.5) / grid.nx()) + " from the left and " + Words.percent((peak[1] + 0.5) / grid.ny())
                + " from the top.";
    }

    /** The bin with the largest value. */
    private static int[] peak(ScalarField field) {
        double[][] bins = field.blurred();
        int[] peak = {0, 0};
        for (int y = 0; y < bins.length; y++) {
            for (int x = 0; x < bins[y].length; x++) {
                if (bins[y][x] > bins[peak[1]][peak[0]]) {
                    peak = new int[] {x, y};
                }
            }
        }
        return peak;
    }

    private static String caption(Analysis analysis) {
        Rows rows = analysis.fixations().counts().all();
        FigureOptions figures = analysis.setup().options().figures();
        String full = rows.counted() == 0 ? "No fixation was counted: the heatmap is empty."
                : "100" + NumberText.SPACE + "% stands for " + FullScale.of(analysis, "after the blur.");
        String threshold = figures.threshold() > 0 ? " Values below " + Words.percent(figures.threshold()) + " are transparent." : "";
        return full + " Colour map " + figures.colormap().id() + ", opacity up to " + Words.percent(figures.opacity()) + "." + threshold;
    }
}
