package io.github.fixationheatmap.draw.vector;

import java.util.List;
import java.util.Optional;

/**
 * How a shape looks.
 *
 * @param fill what its area is filled with
 * @param stroke its outline, centred on the edge
 */
public record Style(Optional<Fill> fill, Optional<Stroke> stroke) {

    /** A filled shape without an outline. */
    public static Style filled(Fill fill) {
        return new Style(Optional.of(fill), Optional.empty());
    }

    /** An outline alone. */
    public static Style outlined(Colour colour, double width) {
        return new Style(Optional.empty(), Optional.of(new Stroke(colour, width)));
    }

    /** This style with an outline. */
    public Style withOutline(Colour colour, double width) {
        return new Style(fill, Optional.of(new Stroke(colour, width)));
    }

    /** What an area is filled with. */
    public sealed interface Fill permits Colour, Hatch, Gradient {}

    /**
     * One colour.
     *
     * @param rgb 0xRRGGBB, sRGB
     * @param opacity 0 (transparent) to 1
     */
    public record Colour(int rgb, double opacity) implements Fill {

        public static final Colour BLACK = new Colour(0x111111);
        public static final Colour GREY = new Colour(0x444444);
        public static final Colour WHITE = new Colour(0xffffff);

        /** @throws IllegalArgumentException if a value is out of its range */
        public Colour {
            if (rgb >>> 24 != 0 || !(opacity >= 0 && opacity <= 1)) {
                throw new IllegalArgumentException("no colour: 0x" + Integer.toHexString(rgb) + ", " + opacity);
            }
        }

        /** An opaque colour. */
        public Colour(int rgb) {
            this(rgb, 1);
        }
    }

    /**
     * Lines that rise to the right by 45 degrees, on a transparent ground.
     *
     * @param colour the lines' colour
     * @param width the lines' width
     * @param distance from the middle of a line to that of the next, larger than the width
     */
    public record Hatch(Colour colour, double width, double distance) implements Fill {

        /** @throws IllegalArgumentException if the lines would touch */
        public Hatch {
            if (!(width > 0 && distance > width)) {
                throw new IllegalArgumentException("no hatch: lines of " + width + " every " + distance);
            }
        }
    }

    /**
     * Colours that blend into each other from the bottom of the shape to its top.
     *
     * @param rgb two or more colours, 0xRRGGBB, at even distances
     */
    public record Gradient(List<Integer> rgb) implements Fill {

        /** @throws IllegalArgumentException if there are fewer than two colours */
        public Gradient {
            rgb = List.copyOf(rgb);
            if (rgb.size() < 2) {
                throw new IllegalArgumentException("a gradient has two colours or more");
            }
        }
    }

    /**
     * An outline, with mitred corners.
     *
     * @param colour its colour
     * @param width its width
     */
    public record Stroke(Colour colour, double width) {

        /** @throws IllegalArgumentException if it has no width */
        public Stroke {
            if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a width above 0, not " + width);
            }
        }
    }
}
