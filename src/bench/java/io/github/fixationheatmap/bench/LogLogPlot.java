package io.github.fixationheatmap.bench;

import io.github.fixationheatmap.bench.Growth.Point;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Time in ms and peak memory in MB over a size, both axes logarithmic, as an SVG picture. */
final class LogLogPlot {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int LEFT = 70;
    private static final int BOTTOM = 50;
    private static final int AROUND = 20;
    private static final int RIGHT = 45;
    private static final String TIME = "#1f5fa8";
    private static final String MEMORY = "#c2571a";

    private final StringBuilder svg = new StringBuilder();
    private final int minX;
    private final int maxX;
    private final int minY;
    private final int maxY;

    private LogLogPlot(List<Point> points) {
        this.minX = (int) Math.floor(Math.log10(points.getFirst().size()) + 0.01);
        this.maxX = (int) Math.ceil(Math.log10(points.getLast().size()) - 0.01);
        this.minY = (int) Math.floor(Math.log10(points.stream().mapToDouble(p -> Math.min(p.ms(), p.mb())).min().orElseThrow()));
        this.maxY = (int) Math.ceil(Math.log10(points.stream().mapToDouble(p -> Math.max(p.ms(), p.mb())).max().orElseThrow()));
    }

    /** The picture of points in the order of their size. */
    static String of(String xLabel, List<Point> points) {
        LogLogPlot plot = new LogLogPlot(points);
        plot.add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">",
                WIDTH, HEIGHT);
        plot.add("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", WIDTH, HEIGHT);
        plot.axes(xLabel);
        plot.line("time, ms", TIME, points, Point::ms, 0);
        plot.line("peak memory, MB", MEMORY, points, Point::mb, 1);
        plot.add("</svg>");
        return plot.svg.toString();
    }

    private void axes(String label) {
        for (int decade = minX; decade <= maxX; decade++) {
            double x = x(Math.pow(10, decade));
            add("<path d=\"M%.1f %d V%d\" stroke=\"#ddd\"/>", x, AROUND, HEIGHT - BOTTOM);
            add("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>", x, HEIGHT - BOTTOM + 18, power(decade));
        }
        for (int decade = minY; decade <= maxY; decade++) {
            double y = y(Math.pow(10, decade));
            add("<path d=\"M%d %.1f H%d\" stroke=\"#ddd\"/>", LEFT, y, WIDTH - RIGHT);
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 8, y + 4, power(decade));
        }
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, label);
    }

    private static String power(int decade) {
        return String.format(Locale.ROOT, "%,d", Math.round(Math.pow(10, decade)));
    }

    private void line(String name, String colour, List<Point> points, ToDoubleFunction<Point> value, int number) {
        StringBuilder path = new StringBuilder();
        for (Point p : points) {
            double x = x(p.size());
            double y = y(value.applyAsDouble(p));
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f ", path.isEmpty() ? "M" : "L", x, y));
            add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>", x, y, colour);
        }
        add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", path.toString().strip(), colour);
        add("<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>", LEFT + 14, AROUND + 20 + 18 * number, colour, name);
    }

    private double x(double size) {
        return LEFT + (WIDTH - RIGHT - LEFT) * (Math.log10(size) - minX) / (maxX - minX);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - AROUND) * (Math.log10(value) - minY) / (maxY - minY);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
