package io.github.fixationheatmap.draw.figure;

import io.github.fixationheatmap.draw.vector.Box;
import io.github.fixationheatmap.draw.vector.Drawing;
import io.github.fixationheatmap.draw.vector.Mark.Anchor;
import io.github.fixationheatmap.draw.vector.Mark.Clip;
import io.github.fixationheatmap.draw.vector.Mark.Text;
import io.github.fixationheatmap.draw.vector.Mark;
import io.github.fixationheatmap.draw.vector.Style.Colour;
import io.github.fixationheatmap.draw.vector.Typeface;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The page that all figures share: a heading, the picture, what stands right of it, and sentences below. Sizes are shares of the picture's
 * diagonal, so that figures of all sizes look the same.
 *
 * @param image the picture's size, in px of the reference image
 * @param heading the text above, or nothing
 * @param picture what the picture shows; it is cut off at the picture's edges
 * @param side what stands right of the picture
 * @param notes sentences below the picture
 */
public record FigurePage(Size image, String heading, List<Mark> picture, Side side, String notes) {

    private static final double MARGIN = 0.024;
    private static final double GAP = 0.048;
    private static final double HEADING = 0.026;
    private static final double NOTES = 0.016;
    private static final double LINE = 1.45;
    /** Text below a narrow picture is wider than the picture. */
    private static final double MIN_TEXT_WIDTH = 0.55;
    /** A picture is shown at least this wide, as a share of its longer side: one row of pixels would hardly be seen. */
    private static final double MIN_SIDE = 0.02;
    private static final int MIN_PIXELS = 1_000;
    private static final int MAX_PIXELS = 2_000;

    /** The size of a picture, in px of the reference image. */
    public record Size(int width, int height) {

        /** The diagonal, to which sizes are relative. */
        public double diagonal() {
            return Math.hypot(width, height);
        }

        /** The longer side of the picture in the PNG, in px. */
        public int longerSideInPixels() {
            return Math.clamp(Math.max(width, height), MIN_PIXELS, MAX_PIXELS);
        }

        /** How many px of the PNG are in a px of the reference image. */
        public double pixelsPerUnit() {
            return (double) longerSideInPixels() / Math.max(width, height);
        }

        /** The place of the whole picture. One that is narrow is stretched to both sides, with its middle where it was. */
        public Box box() {
            double shownWidth = Math.max(width, MIN_SIDE * height);
            double shownHeight = Math.max(height, MIN_SIDE * width);
            return new Box((width - shownWidth) / 2, (height - shownHeight) / 2, shownWidth, shownHeight);
        }

        /** Stretches a path as {@link #box} stretches the picture. */
        public void stretch(Path2D path) {
            Box box = box();
            if (box.x() < 0 || box.y() < 0) {
                path.transform(new AffineTransform(box.width() / width, 0, 0, box.height() / height, box.x(), box.y()));
            }
        }
    }

    /** What stands right of a picture. */
    public interface Side {

        /** Its width. */
        double width(Size image);

        /** Its height, which may be larger than the picture's. */
        double height(Size image);

        /**
         * Its marks.
         *
         * @param x its left edge; its top edge is at 0
         */
        List<Mark> marks(Size image, double x);
    }

    /**
     * The figure.
     *
     * @param name a short name, which the ids in the SVG begin with
     * @param title what it is
     */
    public Drawing drawing(String name, String title) {
        double d = image.diagonal();
        Box place = image.box();
        double sideX = place.right() + GAP * d;
        double textWidth = Math.max(sideX + ColourBar.WIDTH * d, MIN_TEXT_WIDTH * d);
        List<Mark> marks = new ArrayList<>();
        List<String> headings = heading.isBlank() ? List.of() : Typeface.get().wrap(heading, textWidth, HEADING * d);
        double above = headings.isEmpty() ? 0 : (headings.size() * LINE * HEADING + 0.5 * HEADING) * d;
        lines(headings, HEADING * d, place.y() - above, Colour.BLACK).forEach(line -> marks.add(line.tagged("heading")));
        marks.add(new Clip(place, picture).tagged("picture"));
        marks.add(new Mark.Group(side.marks(image, sideX)).tagged("side"));
        double below = Math.max(place.bottom(), side.height(image)) + MARGIN * d;
        List<String> noteLines = Typeface.get().wrap(notes, textWidth, NOTES * d);
        lines(noteLines, NOTES * d, below, Colour.GREY).forEach(line -> marks.add(line.tagged("note")));
        double bottom = below + noteLines.size() * LINE * NOTES * d;
        double right = Math.max(sideX + side.width(image), textWidth);
        double margin = MARGIN * d;
        double left = place.x() - margin;
        double top = place.y() - above - margin;
        Box view = new Box(left, top, right + margin - left, bottom + margin - top);
        return new Drawing(name, title, notes, view, image.pixelsPerUnit(), marks);
    }

    /** Lines of text, the first one below {@code top}. */
    static List<Mark> lines(List<String> lines, double size, double top, Colour colour) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            marks.add(new Text(0, top + (i * LINE + 1) * size, lines.get(i), size, Anchor.START, colour));
        }
        return marks;
    }
}
