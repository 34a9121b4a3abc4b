package io.github.fixationheatmap.draw.figure;

import io.github.fixationheatmap.draw.figure.FigurePage.Side;
import io.github.fixationheatmap.draw.figure.FigurePage.Size;
import io.github.fixationheatmap.draw.vector.Box;
import io.github.fixationheatmap.draw.vector.Mark.Anchor;
import io.github.fixationheatmap.draw.vector.Mark.Rect;
import io.github.fixationheatmap.draw.vector.Mark.Text;
import io.github.fixationheatmap.draw.vector.Mark;
import io.github.fixationheatmap.draw.vector.Style.Colour;
import io.github.fixationheatmap.draw.vector.Style;
import io.github.fixationheatmap.draw.vector.Typeface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands right of a map: what the colours mean, their bar, and what hatched means.
 *
 * @param title what is shown, with its unit
 * @param bar the colours
 * @param hatched what hatched areas are, or nothing if none is hatched
 */
public record AreaLegend(String title, ColourBar bar, Optional<String> hatched) implements Side {

    private static final double TITLE = 0.02;
    private static final double TITLE_WIDTH = 0.13;
    private static final double SWATCH = 0.03;

    private List<String> titleLines() {
        return Typeface.get().wrap(title, TITLE_WIDTH, TITLE);
    }

    private double above() {
        return (titleLines().size() * AreaNames.LINE + 0.8) * TITLE;
    }

    private double below() {
        return hatched.isPresent() ? 1.9 * SWATCH : 0;
    }

    @Override
    public double width(Size image) {
        double texts = Math.max(titleLines().stream().mapToDouble(line -> Typeface.get().width(line, TITLE)).max().orElse(0),
                hatched.map(text -> 1.3 * SWATCH + Typeface.get().width(text, TITLE)).orElse(0.0));
        return Math.max(bar.width(image), texts * image.diagonal());
    }

    @Override
    public double height(Size image) {
        double d = image.diagonal();
        return Math.max(image.height(), (above() + below() + ColourBar.MIN_HEIGHT) * d);
    }

    @Override
    public List<Mark> marks(Size image, double x) {
        double d = image.diagonal();
        List<Mark> marks = new ArrayList<>();
        List<String> lines = titleLines();
        for (int i = 0; i < lines.size(); i++) {
            double y = (i * AreaNames.LINE + Typeface.CAP_HEIGHT) * TITLE * d;
            marks.add(new Text(x, y, lines.get(i), TITLE * d, Anchor.START, Colour.BLACK)
                    .tagged("unit"));
        }
        double height = height(image);
        marks.addAll(bar.marks(d, x, above() * d, height - (above() + below()) * d));
        hatched.ifPresent(text -> {
            Box swatch = new Box(x, height - SWATCH * d, SWATCH * d, SWATCH * d);
            marks.add(new Rect(swatch, Style.filled(AreaMap.GROUND)));
            marks.add(new Rect(swatch, Style.filled(AreaMap.hatch(d)).withOutline(AreaMap.LINES, AreaMap.OUTLINE * d)));
            marks.add(new Text(x + 1.3 * SWATCH * d, height - (SWATCH - Typeface.CAP_HEIGHT * TITLE) / 2 * d, text, TITLE * d,
                    Anchor.START, Colour.BLACK).tagged("hatched"));
        });
        return marks;
    }
}
