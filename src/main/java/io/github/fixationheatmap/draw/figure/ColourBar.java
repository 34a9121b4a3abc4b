package io.github.fixationheatmap.draw.figure;

import io.github.fixationheatmap.draw.figure.FigurePage.Side;
import io.github.fixationheatmap.draw.figure.FigurePage.Size;
import io.github.fixationheatmap.draw.vector.Box;
import io.github.fixationheatmap.draw.vector.Mark.Anchor;
import io.github.fixationheatmap.draw.vector.Mark.Line;
import io.github.fixationheatmap.draw.vector.Mark.Rect;
import io.github.fixationheatmap.draw.vector.Mark.Text;
import io.github.fixationheatmap.draw.vector.Mark;
import io.github.fixationheatmap.draw.vector.Style.Colour;
import io.github.fixationheatmap.draw.vector.Style.Gradient;
import io.github.fixationheatmap.draw.vector.Style.Stroke;
import io.github.fixationheatmap.draw.vector.Style;
import io.github.fixationheatmap.draw.vector.Typeface;
import java.util.ArrayList;
import java.util.List;

/**
 * A colour bar with ticks and labels. It is as high as the picture, and higher than a picture that has no room for three labels.
 *
 * @param colours from the lowest value to the highest, 0xRRGGBB
 * @param labels from the lowest to the highest, at even distances; an odd number, at least 3. A low bar shows every second one
 */
public record ColourBar(List<Integer> colours, List<String> labels) implements Side {

    /** The bar's width, as a share of the diagonal. */
    static final double WIDTH = 0.013;

    private static final double LABEL = 0.024;
    private static final double TICK = 0.005;
    private static final double STROKE = 0.0012;
    private static final double LABEL_DISTANCE = 1.3 * LABEL;

    /** The height that three labels need, as a share of the diagonal. */
    static final double MIN_HEIGHT = 2 * LABEL_DISTANCE;

    /** @throws IllegalArgumentException if the number of labels is wrong */
    public ColourBar {
        colours = List.copyOf(colours);
        labels = List.copyOf(labels);
        if (labels.size() < 3 || labels.size() % 2 == 0) {
            throw new IllegalArgumentException("3, 5, 7 ... labels, not " + labels.size());
        }
    }

    @Override
    public double width(Size image) {
        double widest = labels.stream().mapToDouble(label -> Typeface.get().width(label, LABEL)).max().orElse(0);
        return (WIDTH + 2 * TICK + widest) * image.diagonal();
    }

    @Override
    public double height(Size image) {
        return Math.max(image.height(), MIN_HEIGHT * image.diagonal());
    }

    @Override
    public List<Mark> marks(Size image, double x) {
        return marks(image.diagonal(), x, 0, height(image));
    }

    /** The marks of a bar with other text above or below it, for a picture with the diagonal {@code d}. */
    List<Mark> marks(double d, double x, double top, double height) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Rect(new Box(x, top, WIDTH * d, height), Style.filled(new Gradient(colours))).tagged("colour-bar"));
        int steps = labels.size() - 1;
        int every = height >= steps * LABEL_DISTANCE * d ? 1 : steps / 2;
        for (int i = 0; i <= steps; i += every) {
            double y = height * (1 - (double) i / steps);
            double right = x + WIDTH * d;
            // The lines of the first and the last tick end with the bar.
            double tickY = top + Math.clamp(y, STROKE * d / 2, height - STROKE * d / 2);
            marks.add(new Line(right, tickY, right + TICK * d, tickY, new Stroke(Colour.GREY, STROKE * d)));
            marks.add(new Text(right + 2 * TICK * d, top + y + Typeface.CAP_HEIGHT / 2 * LABEL * d, labels.get(i), LABEL * d, Anchor.START,
                    Colour.BLACK).tagged("label"));
        }
        return marks;
    }
}
