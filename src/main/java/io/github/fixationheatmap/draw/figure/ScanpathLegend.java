package io.github.fixationheatmap.draw.figure;

import io.github.fixationheatmap.draw.figure.FigurePage.Side;
import io.github.fixationheatmap.draw.figure.FigurePage.Size;
import io.github.fixationheatmap.draw.vector.Box;
import io.github.fixationheatmap.draw.vector.Mark.Anchor;
import io.github.fixationheatmap.draw.vector.Mark.Circle;
import io.github.fixationheatmap.draw.vector.Mark.Rect;
import io.github.fixationheatmap.draw.vector.Mark.Text;
import io.github.fixationheatmap.draw.vector.Mark;
import io.github.fixationheatmap.draw.vector.Style.Colour;
import io.github.fixationheatmap.draw.vector.Style;
import io.github.fixationheatmap.draw.vector.Typeface;
import java.util.ArrayList;
import java.util.List;

/**
 * The legend of scanpaths: which colour is which recording, how many of its fixations are drawn, and which circle stands for which
 * duration. It lists as many recordings as fit beside the picture, and at least {@value #MIN_ROWS}: so many have colours of their own.
 *
 * @param entries all recordings in their order
 */
public record ScanpathLegend(List<Entry> entries) implements Side {

    private static final int MIN_ROWS = 15;
    private static final int MAX_ROWS = 40;
    private static final double TEXT = 0.018;
    private static final double SMALL = 0.014;
    private static final double ROW = 0.028;
    private static final double SQUARE = 0.015;
    private static final double GAP = 0.01;
    private static final double MAX_NAME = 0.25;
    private static final double KEY = 0.14;
    private static final List<Integer> KEY_MS = List.of(100, 500, 1_000);
    private static final String NAMES = "Recording";
    private static final String COUNTS = "Fixations drawn";

    /**
     * A recording.
     *
     * @param rgb its colour, 0xRRGGBB
     * @param name its name, any text
     * @param circles how many of its fixations are drawn
     */
    public record Entry(int rgb, String name, long circles) {}

    public ScanpathLegend {
        entries = List.copyOf(entries);
    }

    /** How many rows fit; the last one says how many recordings have none. */
    private int rows(Size image) {
        int fitting = (int) ((image.height() / image.diagonal() - KEY - ROW) / ROW);
        return Math.min(entries.size(), Math.clamp(fitting, MIN_ROWS, MAX_ROWS));
    }

    private List<Entry> shown(Size image) {
        int rows = rows(image);
        return entries.subList(0, rows < entries.size() ? rows - 1 : rows);
    }

    private static String name(Entry entry) {
        return Typeface.get().elide(Typeface.visible(entry.name()).strip(), MAX_NAME, TEXT);
    }

    private String more(Size image) {
        int more = entries.size() - shown(image).size();
        return more == 0 ? "" : "and " + NumberText.grouped(more) + " more";
    }

    private double nameWidth(Size image) {
        Typeface type = Typeface.get();
        double widest = shown(image).stream().mapToDouble(entry -> type.width(name(entry), TEXT)).max().orElse(0);
        return Math.max(widest, Math.max(type.width(more(image), TEXT), type.width(NAMES, SMALL) - SQUARE - GAP));
    }

    @Override
    public double width(Size image) {
        double table = SQUARE + GAP + nameWidth(image) + 2 * GAP + Typeface.get().width(COUNTS, SMALL);
        double key = KEY_MS.stream().mapToDouble(ms -> 2 * half(ms) + 2 * GAP).sum() - 2 * GAP;
        return Math.max(table, key) * image.diagonal();
    }

    @Override
    public double height(Size image) {
        return Math.max(image.height(), ((rows(image) + 1) * ROW + KEY) * image.diagonal());
    }

    @Override
    public List<Mark> marks(Size image, double x) {
        double d = image.diagonal();
        double right = x + width(image);
        double nameX = x + (SQUARE + GAP) * d;
        List<Mark> marks = new ArrayList<>();
        marks.add(text(x, 0.5 * ROW, SMALL, NAMES, Anchor.START, Colour.GREY, d).tagged("legend-heading"));
        marks.add(text(right, 0.5 * ROW, SMALL, COUNTS, Anchor.END, Colour.GREY, d).tagged("legend-heading"));
        double y = 1.5 * ROW;
        for (Entry entry : shown(image)) {
            marks.add(new Rect(new Box(x, (y - SQUARE / 2) * d, SQUARE * d, SQUARE * d), Style.filled(new Colour(entry.rgb())))
                    .tagged("legend-colour"));
            marks.add(text(nameX, y, TEXT, name(entry), Anchor.START, Colour.BLACK, d).tagged("legend-name"));
            marks.add(text(right, y, TEXT, NumberText.grouped(entry.circles()), Anchor.END, Colour.BLACK, d).tagged("legend-count"));
            y += ROW;
        }
        if (!more(image).isEmpty()) {
            marks.add(text(nameX, y, TEXT, more(image), Anchor.START, Colour.GREY, d).tagged("legend-more"));
            y += ROW;
        }
        key(marks, x, y + 0.5 * ROW, d);
        return marks;
    }

    /** Circles of some durations, side by side. */
    private static void key(List<Mark> marks, double x, double top, double d) {
        marks.add(text(x, top, SMALL, "Duration", Anchor.START, Colour.GREY, d).tagged("legend-heading"));
        double middle = top + 0.5 * ROW + Scanpaths.radius(Scanpaths.FULL_MS) + 0.2 * ROW;
        double left = x;
        for (int ms : KEY_MS) {
            double half = half(ms) * d;
            marks.add(new Circle(left + half, middle * d, Scanpaths.radius(ms) * d, Style.filled(new Colour(0xb0b0b0))).tagged("key"));
            double below = middle + Scanpaths.radius(Scanpaths.FULL_MS) + 0.5 * ROW;
            marks.add(text(left + half, below, SMALL, label(ms), Anchor.MIDDLE, Colour.BLACK, d).tagged("key-label"));
            left += 2 * half + 2 * GAP * d;
        }
    }

    private static String label(int ms) {
        return (ms >= Scanpaths.FULL_MS ? "\u2265\u00a0" : "") + NumberText.grouped(ms) + "\u00a0ms";
    }

    /** Half the width that a duration takes in the key. */
    private static double half(int ms) {
        return Math.max(Scanpaths.radius(ms), Typeface.get().width(label(ms), SMALL) / 2);
    }

    /** A text whose capital letters are centred on a height, which is a share of the diagonal as its size is. */
    private static Text text(double x, double middle, double size, String text, Anchor anchor, Colour colour, double d) {
        return new Text(x, (middle + Typeface.CAP_HEIGHT / 2 * size) * d, text, size * d, anchor, colour);
    }
}
