package io.github.fixationheatmap.draw.figure;

import io.github.fixationheatmap.analysis.ScanpathRecorder.Place;
import io.github.fixationheatmap.analysis.ScanpathRecorder.Step;
import io.github.fixationheatmap.draw.figure.FigurePage.Size;
import io.github.fixationheatmap.draw.vector.Mark.Anchor;
import io.github.fixationheatmap.draw.vector.Mark.Circle;
import io.github.fixationheatmap.draw.vector.Mark.Group;
import io.github.fixationheatmap.draw.vector.Mark.Line;
import io.github.fixationheatmap.draw.vector.Mark.Text;
import io.github.fixationheatmap.draw.vector.Mark;
import io.github.fixationheatmap.draw.vector.Style.Colour;
import io.github.fixationheatmap.draw.vector.Style.Stroke;
import io.github.fixationheatmap.draw.vector.Style;
import io.github.fixationheatmap.draw.vector.SvgText;
import io.github.fixationheatmap.draw.vector.Typeface;
import io.github.fixationheatmap.draw.vector.VisualOrder;
import io.github.fixationheatmap.options.ScanpathOptions.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scanpaths: circles for fixations, lines between those that follow each other, rings where an unbroken run begins and ends, and numbers.
 * All lines lie below all circles, and these below all numbers. Lengths are shares of the image's diagonal.
 */
public final class Scanpaths {

    /** The radius of a fixation of no duration. */
    static final double MIN_RADIUS = 0.01;

    /** What the radius grows by until the duration is {@link #FULL_MS}. */
    static final double RADIUS_RANGE = 0.02;

    /** Longer fixations have no larger circle. */
    static final double FULL_MS = 1_000;

    private static final double LINE = 0.0023;
    private static final double RING = 0.0033;
    private static final double NUMBER = 0.012;
    private static final double HALO = 0.002;
    private static final double MAX_NUMBER_WIDTH = 0.1;
    private static final double OPACITY = 0.8;
    private static final int NS_DIGITS = 6;

    /** The most bytes that marks have in an SVG besides ids and numbers: coordinates have at most 9 characters. */
    private static final int LINE_BYTES = 146;
    private static final int CIRCLE_BYTES = 148;
    private static final int TEXT_BYTES = 63;
    /** The attribute of text that runs from right to left. */
    private static final int DIRECTION_BYTES = 16;
    private static final int GROUP_BYTES = 350;
    private static final int[] COLOURS = {
        0xf77089, 0xf37a32, 0xca9232, 0xad9d31, 0x8ea631, 0x50b131, 0x33b07a, 0x35ae99, 0x36acae, 0x38a9c5, 0x3ba3ec, 0x9591f4, 0xcc7af4,
        0xf560e4, 0xf66ab7};

    private final Size image;
    private final double d;
    private final Numbers numbers;
    private final List<Mark> lines = new ArrayList<>();
    private final List<Mark> circles = new ArrayList<>();
    private final List<Mark> texts = new ArrayList<>();
    private int lineCount;
    private long svgBytes;

    /**
     * The fixations of one recording.
     *
     * @param id the recording's id
     * @param sections its fixations in their order, section by section
     */
    public record Path(String id, List<List<Step>> sections) {

        /** The number of fixations inside the image. */
        public long circles() {
            return sections.stream().flatMap(List::stream).filter(step -> step.place() == Place.INSIDE).count();
        }
    }

    /**
     * The scanpaths of some recordings.
     *
     * @param paths all recordings in their order, those without fixations too: the colours depend on their number
     */
    public Scanpaths(Size image, List<Path> paths, Numbers numbers) {
        this.image = image;
        this.d = image.diagonal();
        this.numbers = numbers;
        for (int i = 0; i < paths.size(); i++) {
            add(paths.get(i), colour(i, paths.size()));
        }
    }

    /** The colour of the {@code i}th of {@code n} recordings. */
    public static int colour(int i, int n) {
        return COLOURS[n <= COLOURS.length ? i * COLOURS.length / n : i % COLOURS.length];
    }

    /** The colour with its HSL hue turned by 180 degrees. */
    static int opposite(int rgb) {
        int red = rgb >> 16;
        int green = (rgb >> 8) & 255;
        int blue = rgb & 255;
        int sum = Math.max(red, Math.max(green, blue)) + Math.min(red, Math.min(green, blue));
        return ((sum - red) << 16) | ((sum - green) << 8) | (sum - blue);
    }

    /** The marks over the picture, those of each recording in groups of its own. */
    public List<Mark> marks() {
        List<Mark> all = new ArrayList<>(lines);
        all.addAll(circles);
        all.addAll(texts);
        return all;
    }

    /** The number of lines. */
    public int lineCount() {
        return lineCount;
    }

    /** An upper bound of the bytes of the marks in an SVG. */
    public long maxSvgBytes() {
        return svgBytes;
    }

    private void add(Path path, int rgb) {
        List<Mark> ownLines = new ArrayList<>();
        List<Mark> ownCircles = new ArrayList<>();
        List<Mark> ownRings = new ArrayList<>();
        List<Mark> ownTexts = new ArrayList<>();
        for (List<Step> section : path.sections()) {
            for (int i = 0; i < section.size(); i++) {
                Step step = section.get(i);
                boolean begins = i == 0 || !section.get(i - 1).isMapped();
                boolean ends = i == section.size() - 1 || !section.get(i + 1).isMapped();
                if (step.isMapped() && !begins) {
                    line(section.get(i - 1), step, rgb).ifPresent(ownLines::add);
                }
                if (step.place() == Place.INSIDE) {
                    ownCircles.add(circle(step, rgb));
                    text(step, i + 1).ifPresent(ownTexts::add);
                    if (begins || ends) {
                        ownRings.add(ring(step, rgb));
                    }
                }
            }
        }
        lineCount += ownLines.size();
        svgBytes += (long) LINE_BYTES * ownLines.size() + (long) CIRCLE_BYTES * (ownCircles.size() + ownRings.size());
        group(lines, path.id(), ownLines);
        group(circles, path.id(), ownCircles);
        group(circles, path.id(), ownRings);
        group(texts, path.id(), ownTexts);
    }

    private void group(List<Mark> layer, String recordingId, List<Mark> marks) {
        if (!marks.isEmpty()) {
            svgBytes += GROUP_BYTES + SvgText.bytes(recordingId);
            layer.add(new Group(marks).tagged("scanpath", "recording-id", recordingId));
        }
    }

    /** A line, if any of it is seen. The page cuts it at the image's edges; far outside it is cut here, so that no number is too large. */
    private Optional<Mark> line(Step from, Step to, int rgb) {
        double width = LINE * d;
        return segment(from, to, width).isEmpty() ? Optional.empty() : segment(from, to, d).map(ends ->
                new Line(ends[0], ends[1], ends[2], ends[3], new Stroke(new Colour(rgb, OPACITY), width)).tagged("saccade"));
    }

    /** The part of a line that lies in the image with a margin around it: its two ends. */
    private Optional<double[]> segment(Step from, Step to, double margin) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double[] span = {0, 1};
        if (!cut(span, from.x(), dx, -margin, image.width() + margin) || !cut(span, from.y(), dy, -margin, image.height() + margin)) {
            return Optional.empty();
        }
        double[] ends = {from.x(), from.y(), to.x(), to.y()};
        if (span[0] > 0) {
            ends[0] = Math.clamp(from.x() + span[0] * dx, -margin, image.width() + margin);
            ends[1] = Math.clamp(from.y() + span[0] * dy, -margin, image.height() + margin);
        }
        if (span[1] < 1) {
            ends[2] = Math.clamp(from.x() + span[1] * dx, -margin, image.width() + margin);
            ends[3] = Math.clamp(from.y() + span[1] * dy, -margin, image.height() + margin);
        }
        return Optional.of(ends);
    }

    /** Cuts a span of a line, from 0 to 1, where one coordinate leaves a range. Returns whether anything is left. */
    private static boolean cut(double[] span, double start, double delta, double min, double max) {
        if (delta == 0) {
            return start >= min && start <= max;
        }
        double toMin = (min - start) / delta;
        double toMax = (max - start) / delta;
        span[0] = Math.max(span[0], Math.min(toMin, toMax));
        span[1] = Math.min(span[1], Math.max(toMin, toMax));
        return Double.isFinite(delta) && span[0] <= span[1];
    }

    /** The radius of a fixation's circle, as a share of the diagonal. */
    static double radius(double ms) {
        return MIN_RADIUS + RADIUS_RANGE * Math.min(ms, FULL_MS) / FULL_MS;
    }

    private static BigDecimal ms(Step step) {
        BigDecimal ms = BigDecimal.valueOf(step.duration(), NS_DIGITS);
        return ms.signum() == 0 ? BigDecimal.ZERO : ms.stripTrailingZeros();
    }

    private Mark circle(Step step, int rgb) {
        svgBytes += SvgText.bytes(step.id()) + ms(step).toPlainString().length();
        return new Circle(step.x(), step.y(), radius(ms(step).doubleValue()) * d, Style.filled(new Colour(rgb, OPACITY)))
                .tagged("fixation", "fixation-id", step.id(), "duration-ms", ms(step).toPlainString());
    }

    private Mark ring(Step step, int rgb) {
        return new Circle(step.x(), step.y(), radius(ms(step).doubleValue()) * d, Style.outlined(new Colour(opposite(rgb)), RING * d))
                .tagged("ring");
    }

    private Optional<Mark> text(Step step, int order) {
        String text = switch (numbers) {
            case ID -> Typeface.get().elide(step.id(), MAX_NUMBER_WIDTH * d, NUMBER * d);
            case ORDER -> Integer.toString(order);
            case NONE -> "";
        };
        svgBytes += text.isEmpty() ? 0 : TEXT_BYTES + SvgText.bytes(text) + (VisualOrder.isRightToLeft(text) ? DIRECTION_BYTES : 0);
        return text.isEmpty() ? Optional.empty() : Optional.of(new Text(step.x(), step.y() + Typeface.CAP_HEIGHT / 2 * NUMBER * d, text,
                NUMBER * d, Anchor.MIDDLE, Colour.WHITE, Optional.of(new Stroke(Colour.BLACK, HALO * d))).tagged("number"));
    }
}
