package io.github.fixationheatmap.draw.vector;

import io.github.fixationheatmap.draw.vector.Style.Colour;
import io.github.fixationheatmap.draw.vector.Style.Stroke;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A part of a drawing. All lengths are in px of the reference image; y grows downwards. Later marks cover earlier ones.
 */
public sealed interface Mark {

    /** This mark with a class, and with names and values of data, in the SVG: {@code data-NAME="VALUE"}. */
    default Mark tagged(String cssClass, String... namesAndValues) {
        SortedMap<String, String> data = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            data.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Tagged(cssClass, data, this);
    }

    /** A rectangle. */
    record Rect(Box box, Style style) implements Mark {}

    /** A circle around a point. */
    record Circle(double x, double y, double radius, Style style) implements Mark {}

    /** A straight line with flat ends. */
    record Line(double x1, double y1, double x2, double y2, Stroke stroke) implements Mark {}

    /** Any shape: a polygon, one with holes, curves. The path has its own rule for what is inside. */
    record Path(Path2D path, Style style) implements Mark {

        public Path {
            path = new Path2D.Double(path);
        }

        /** A copy of the path. */
        @Override
        public Path2D path() {
            return new Path2D.Double(path);
        }
    }

    /** Where a text stands, seen from its point. */
    enum Anchor {
        START, MIDDLE, END;

        /** The same place, seen from the other side. */
        Anchor mirrored() {
            return switch (this) {
                case START -> END;
                case MIDDLE -> MIDDLE;
                case END -> START;
            };
        }
    }

    /**
     * One line of text. {@link Typeface} measures, wraps and elides it.
     *
     * @param x its start, its middle or its end
     * @param y its baseline
     * @param text any characters; those that the font lacks are boxes in the PNG, and themselves in the SVG
     * @param size the font's size
     * @param anchor what {@code x} is
     * @param colour the letters' colour
     * @param halo an outline behind the letters; half of its width can be seen
     */
    record Text(double x, double y, String text, double size, Anchor anchor, Colour colour, Optional<Stroke> halo) implements Mark {

        /** A text without a halo. */
        public Text(double x, double y, String text, double size, Anchor anchor, Colour colour) {
            this(x, y, text, size, anchor, colour, Optional.empty());
        }
    }

    /** A picture that fills a box. */
    record Picture(Box box, Bitmap bitmap) implements Mark {}

    /** Marks that are cut off at the edges of a box. */
    record Clip(Box box, List<Mark> marks) implements Mark {

        public Clip {
            marks = List.copyOf(marks);
        }
    }

    /** Marks that belong together. */
    record Group(List<Mark> marks) implements Mark {

        public Group {
            marks = List.copyOf(marks);
        }
    }

    /**
     * A mark with a class and data in the SVG; the PNG is the same without them.
     *
     * @param cssClass its class
     * @param data values by name, without {@code data-}
     * @param mark the mark
     */
    record Tagged(String cssClass, SortedMap<String, String> data, Mark mark) implements Mark {}
}
