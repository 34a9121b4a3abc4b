package io.github.fixationheatmap.model;

import java.util.Locale;

/** The supported kinds of export. The columns of the fixations file identify them. */
public enum EnrichmentType {
    /** Pupil Cloud's Reference Image Mapper and Auto Image Mapper, which write the same files. */
    REFERENCE_IMAGE_MAPPER(CoordinateUnit.PX),
    /** Pupil Cloud's Manual Mapper. */
    MANUAL_MAPPER(CoordinateUnit.PX),
    /** Pupil Cloud's Marker Mapper. */
    MARKER_MAPPER(CoordinateUnit.NORMALIZED),
    /** A surface of Neon Player: one recording in one section, without ids. */
    NEON_PLAYER_SURFACE(CoordinateUnit.NORMALIZED);

    private final CoordinateUnit unit;

    EnrichmentType(CoordinateUnit unit) {
        this.unit = unit;
    }

    /** Its name in manifests. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The unit of its coordinates. */
    public CoordinateUnit unit() {
        return unit;
    }

    /** The unit of an export's coordinates. */
    public enum CoordinateUnit {
        /** Pixels of the reference image, origin top left. */
        PX {
            @Override
            public double toPx(double value, int extent) {
                return value;
            }
        },
        /** Fractions of the surface: 0 is its left or upper edge, 1 its right or lower edge. */
        NORMALIZED {
            @Override
            public double toPx(double value, int extent) {
                return value * extent;
            }
        };

        /** The coordinate in px of an image that is {@code extent} px wide (for x) or high (for y). */
        public abstract double toPx(double value, int extent);
    }
}
