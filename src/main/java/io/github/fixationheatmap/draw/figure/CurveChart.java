package io.github.fixationheatmap.draw.figure;

import io.github.fixationheatmap.draw.vector.Box;
import io.github.fixationheatmap.draw.vector.Drawing;
import io.github.fixationheatmap.draw.vector.Mark.Anchor;
import io.github.fixationheatmap.draw.vector.Mark.Circle;
import io.github.fixationheatmap.draw.vector.Mark.Line;
import io.github.fixationheatmap.draw.vector.Mark.Path;
import io.github.fixationheatmap.draw.vector.Mark.Text;
import io.github.fixationheatmap.draw.vector.Mark;
import io.github.fixationheatmap.draw.vector.Style.Colour;
import io.github.fixationheatmap.draw.vector.Style.Stroke;
import io.github.fixationheatmap.draw.vector.Style;
import io.github.fixationheatmap.draw.vector.Typeface;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A curve of values up to 1 over whole numbers, in a band of their intervals, and how it is expected to go on.
 *
 * @param xAxis what the numbers are
 * @param yAxis what the values are
 * @param points the curve, from the left; at least one
 * @param expected how it goes on from the last point, which it begins with; may be empty
 * @param aim a value that a line marks
 */
public record CurveChart(String xAxis, String yAxis, List<Point> points, List<Point> expected, double aim) {

    private static final double WIDTH = 440;
    private static final double HEIGHT = 250;
    private static final double LEFT = 44;
    private static final double RIGHT = 14;
    private static final double TOP = 30;
    private static final double BOTTOM = 46;
    private static final double TEXT = 13;
    private static final double SMALL_DOT = 2.2;
    private static final double DOT = 3;
    private static final int MANY_DOTS = 40;
    private static final int STEPS = 4;
    private static final Colour LINE = new Colour(0x1f4e79);
    private static final Colour BAND = new Colour(0x8fb4d9, 0.5);
    private static final Colour GRID = new Colour(0xe0e0e0);

    /** @throws IllegalArgumentException if there is no point */
    public CurveChart {
        points = List.copyOf(points);
        expected = List.copyOf(expected);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a curve has a point");
        }
    }

    /** A value at a number, and its interval. */
    public record Point(int n, double value, double low, double high) {

        /** A value without an interval. */
        public Point(int n, double value) {
            this(n, value, value, value);
        }
    }

    /** Draws it. One px of its coordinates is a px of nothing: a chart has no reference image. */
    public Drawing drawing(String name, String title, String description) {
        List<Mark> marks = new ArrayList<>();
        axes(marks);
        marks.add(new Path(band(), Style.filled(BAND)).tagged("band"));
        double aimY = y(aim);
        marks.add(new Line(LEFT, aimY, WIDTH - RIGHT, aimY, new Stroke(Colour.GREY, 1)).tagged("aim"));
        if (!expected.isEmpty()) {
            marks.add(new Path(line(expected), Style.outlined(Colour.GREY, 1.2)).tagged("expected"));
            marks.add(dot(expected.getLast(), DOT + 1, new Style(Optional.of(Colour.WHITE), Optional.of(new Stroke(Colour.GREY, 1.4))))
                    .tagged("expected-last", "n", String.valueOf(expected.getLast().n)));
        }
        marks.add(new Path(line(points), Style.outlined(LINE, 2)).tagged("curve"));
        double size = points.size() > MANY_DOTS ? SMALL_DOT : DOT;
        points.forEach(point -> marks.add(dot(point, size, Style.filled(LINE)).tagged("point", "n", String.valueOf(point.n))));
        return new Drawing(name, title, description, new Box(0, 0, WIDTH, HEIGHT), 1, marks);
    }

    private void axes(List<Mark> marks) {
        marks.add(new Text(0, TEXT, yAxis, TEXT, Anchor.START, Colour.BLACK).tagged("unit"));
        for (int i = 0; i <= STEPS; i++) {
            double value = bottom() + (1 - bottom()) * i / STEPS;
            marks.add(new Line(LEFT, y(value), WIDTH - RIGHT, y(value), new Stroke(GRID, 1)).tagged("grid"));
            marks.add(new Text(LEFT - 8, y(value) + Typeface.CAP_HEIGHT / 2 * TEXT, decimal(value), TEXT, Anchor.END, Colour.BLACK)
                    .tagged("label"));
        }
        int last = last();
        int step = step(last);
        for (int n = 1; n <= last; n = n == 1 && step > 1 ? step : n + step) {
            marks.add(new Text(x(n), HEIGHT - BOTTOM + 1.4 * TEXT, String.valueOf(n), TEXT, Anchor.MIDDLE, Colour.BLACK).tagged("label"));
        }
        marks.add(new Text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 5, xAxis, TEXT, Anchor.MIDDLE, Colour.BLACK).tagged("unit"));
    }

    /** A round distance of labels, so that there are about ten at most. */
    private static int step(int last) {
        for (int power = 1;; power *= 10) {
            for (int round : new int[] {1, 2, 5}) {
                if (last <= 10 * round * power) {
                    return round * power;
                }
            }
        }
    }

    private static String decimal(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
    }

    /** The lowest value of the axis. */
    private double bottom() {
        double low = points.stream().mapToDouble(Point::low).min().orElse(0);
        return low >= 0 ? 0 : -1;
    }

    private int last() {
        return Math.max(2, expected.isEmpty() ? points.getLast().n : expected.getLast().n);
    }

    private double x(int n) {
        double inset = 10;
        return LEFT + inset + (WIDTH - RIGHT - LEFT - 2 * inset) * (n - 1) / (last() - 1);
    }

    private double y(double value) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value) / (1 - bottom());
    }

    private Mark dot(Point point, double radius, Style style) {
        return new Circle(x(point.n), y(point.value), radius, style);
    }

    private Path2D line(List<Point> through) {
        Path2D path = new Path2D.Double();
        path.moveTo(x(through.getFirst().n), y(through.getFirst().value));
        through.subList(1, through.size()).forEach(point -> path.lineTo(x(point.n), y(point.value)));
        return path;
    }

    private Path2D band() {
        Path2D path = new Path2D.Double();
        path.moveTo(x(points.getFirst().n), y(points.getFirst().high));
        points.forEach(point -> path.lineTo(x(point.n), y(point.high)));
        points.reversed().forEach(point -> path.lineTo(x(point.n), y(point.low)));
        path.closePath();
        return path;
    }
}
