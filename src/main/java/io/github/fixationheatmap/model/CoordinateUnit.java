package io.github.fixationheatmap.model;

/** The unit of an export's coordinates. */
public enum CoordinateUnit {
    /** Pixels of the reference image, origin top left. */
    PX {
        @Override
        public double toPx(double value, int extent) {
            return value;
        }
    },
    /** Fractions of the surface: 0 is its left or upper edge, 1 its right or lower one. */
    NORMALIZED {
        @Override
        public double toPx(double value, int extent) {
            return value * extent;
        }
    };

    /** The coordinate in px of an image that is {@code extent} px wide (for x) or high (for y). */
    public abstract double toPx(double value, int extent);
}
