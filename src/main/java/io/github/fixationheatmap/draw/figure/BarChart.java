package io.github.fixationheatmap.draw.figure;

import io.github.fixationheatmap.draw.vector.Box;
import io.github.fixationheatmap.draw.vector.Drawing;
import io.github.fixationheatmap.draw.vector.Mark.Anchor;
import io.github.fixationheatmap.draw.vector.Mark.Circle;
import io.github.fixationheatmap.draw.vector.Mark.Group;
import io.github.fixationheatmap.draw.vector.Mark.Line;
import io.github.fixationheatmap.draw.vector.Mark.Rect;
import io.github.fixationheatmap.draw.vector.Mark.Text;
import io.github.fixationheatmap.draw.vector.Mark;
import io.github.fixationheatmap.draw.vector.Style.Colour;
import io.github.fixationheatmap.draw.vector.Style.Stroke;
import io.github.fixationheatmap.draw.vector.Style;
import io.github.fixationheatmap.draw.vector.Typeface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Bars from left to right, one below the other, so that long names can be read. Left of each are its name and how many values it has. Right
 * below a bar are the dots of single values and the whisker of their mean.
 *
 * @param heading the text above, or nothing
 * @param axis what the axis shows, with its unit
 * @param bars the bars, from the top
 * @param notes sentences below
 */
public record BarChart(String heading, String axis, List<Bar> bars, String notes) {

    private static final double PLOT = 700;
    private static final double NAMES = 300;
    private static final double VALUES = 100;
    private static final double GAP = 14;
    private static final double HEADING = 30;
    private static final double AXIS = 20;
    private static final double TEXT = 18;
    private static final double SMALL = 14;
    private static final double LINE = 1.45;
    private static final double BAR = 22;
    private static final double DOTS = 20;
    private static final double DOT = 3.2;
    private static final double SPACING = 18;
    private static final double MARGIN = 24;
    private static final int MAX_PIXELS = 4_000;
    private static final double MAX_PIXELS_PER_UNIT = 2;
    /** Neighbours of this sequence are far from each other: dots of equal values do not hide each other. */
    private static final double GOLDEN = 0.618033988749895;
    private static final Colour FILL = new Colour(0x8fb4d9);
    private static final Colour POINT = new Colour(0x1f4e79, 0.65);
    private static final Colour GRID = new Colour(0xe0e0e0);

    public BarChart {
        bars = List.copyOf(bars);
    }

    /** A single value. */
    public record Dot(String id, double value) {}

    /** A mean, and the interval that its whisker shows. */
    public record Whisker(double mean, double low, double high) {}

    /**
     * A bar.
     *
     * @param name its name
     * @param count how many values it has, as a text
     * @param value its value for programs
     * @param valueText its value for people
     * @param length its length, at least 0; 0 also without a value
     * @param whisker an interval
     * @param dots single values
     */
    public record Bar(String name, String count, String value, String valueText, double length, Optional<Whisker> whisker, List<Dot> dots) {

        public Bar {
            dots = List.copyOf(dots);
        }

        private double max() {
            return Math.max(Math.max(length, whisker.map(Whisker::high).orElse(0.0)),
                    dots.stream().mapToDouble(Dot::value).max().orElse(0));
        }
    }

    /** Draws it. One px of its coordinates is a px of nothing: a chart has no reference image. */
    public Drawing drawing(String name, String title) {
        Ticks ticks = Ticks.upTo(bars.stream().mapToDouble(Bar::max).max().orElse(0));
        double names = bars.stream().flatMapToDouble(bar -> DoubleStream.of(Typeface.get().width(Typeface.visible(bar.name()), TEXT),
                Typeface.get().width(bar.count(), SMALL))).max().orElse(0);
        double left = Math.min(NAMES, Math.ceil(names)) + GAP;
        double width = left + PLOT + VALUES;
        List<Mark> marks = new ArrayList<>();
        List<String> headings = heading.isBlank() ? List.of() : Typeface.get().wrap(heading, width, HEADING);
        FigurePage.lines(headings, HEADING, 0, Colour.BLACK).forEach(line -> marks.add(line.tagged("heading")));
        double top = headings.size() * LINE * HEADING + 1.5 * GAP + AXIS;
        marks.add(new Text(left, top - GAP, axis, AXIS, Anchor.START, Colour.BLACK).tagged("unit"));
        double row = BAR + DOTS + SPACING;
        double bottom = top + bars.size() * row + SPACING / 2;
        axis(ticks, left, top, bottom, marks);
        for (int i = 0; i < bars.size(); i++) {
            marks.add(new Group(row(bars.get(i), left, top + SPACING / 2 + i * row, PLOT / ticks.top())).tagged("row"));
        }
        marks.add(new Line(left, top, left, bottom, new Stroke(Colour.GREY, 1.5)));
        double below = bottom + 2 * TEXT + GAP;
        List<String> lines = Typeface.get().wrap(notes, width, SMALL);
        FigurePage.lines(lines, SMALL, below, Colour.GREY).forEach(line -> marks.add(line.tagged("note")));
        Box view = new Box(-MARGIN, -MARGIN, width + 2 * MARGIN, below + lines.size() * LINE * SMALL + 2 * MARGIN);
        double scale = Math.min(MAX_PIXELS_PER_UNIT, MAX_PIXELS / Math.max(view.width(), view.height()));
        return new Drawing(name, title, notes, view, scale, marks);
    }

    private static void axis(Ticks ticks, double left, double top, double bottom, List<Mark> marks) {
        List<String> labels = ticks.labels();
        for (int i = 0; i < labels.size(); i++) {
            double x = left + PLOT * i / (labels.size() - 1);
            marks.add(new Line(x, top, x, bottom, new Stroke(GRID, 1)));
            marks.add(new Text(x, bottom + 1.3 * TEXT, labels.get(i), TEXT, Anchor.MIDDLE, Colour.BLACK).tagged("label"));
        }
    }

    /** The middle of the dots of a row. */
    private static double below(double top) {
        return top + BAR + 2 + DOTS / 2;
    }

    private static List<Mark> row(Bar bar, double left, double top, double scale) {
        double middle = top + BAR / 2;
        List<Mark> marks = new ArrayList<>();
        marks.add(new Text(left - GAP, middle + Typeface.CAP_HEIGHT / 2 * TEXT,
                Typeface.get().elide(Typeface.visible(bar.name()), NAMES, TEXT), TEXT, Anchor.END, Colour.BLACK).tagged("name"));
        marks.add(new Text(left - GAP, below(top) + Typeface.CAP_HEIGHT / 2 * SMALL, bar.count(), SMALL, Anchor.END,
                Colour.GREY).tagged("n"));
        marks.add(new Rect(new Box(left, top, bar.length() * scale, BAR), Style.filled(FILL))
                .tagged("bar", "label", bar.name(), "value", bar.value()));
        double below = below(top);
        bar.whisker().ifPresent(whisker -> {
            Stroke line = new Stroke(Colour.BLACK, 1.6);
            double low = left + whisker.low() * scale;
            double high = left + whisker.high() * scale;
            double mean = left + whisker.mean() * scale;
            marks.add(new Line(low, below, high, below, line).tagged("whisker"));
            marks.add(new Line(low, below - DOTS / 4, low, below + DOTS / 4, line));
            marks.add(new Line(high, below - DOTS / 4, high, below + DOTS / 4, line));
            marks.add(new Line(mean, below - DOTS / 2, mean, below + DOTS / 2, line).tagged("mean"));
        });
        marks.add(new Text(left + bar.length() * scale + GAP / 2, middle + Typeface.CAP_HEIGHT / 2 * TEXT, bar.valueText(), TEXT,
                Anchor.START, Colour.BLACK).tagged("value"));
        for (int i = 0; i < bar.dots().size(); i++) {
            Dot dot = bar.dots().get(i);
            double place = (i * GOLDEN + 0.5) % 1;
            marks.add(new Circle(left + dot.value() * scale, below + (place - 0.5) * (DOTS - 2 * DOT), DOT, Style.filled(POINT))
                    .tagged("dot", "recording-id", dot.id()));
        }
        return marks;
    }
}
