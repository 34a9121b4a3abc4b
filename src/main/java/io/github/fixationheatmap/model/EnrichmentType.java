package io.github.fixationheatmap.model;

import java.util.Locale;

/** The supported kinds of export. The columns of the fixations file identify them. */
public enum EnrichmentType {
    /** Pupil Cloud's Reference Image Mapper and Auto Image Mapper, which write the same files. */
    REFERENCE_IMAGE_MAPPER("Pupil Cloud, Reference Image Mapper or Auto Image Mapper"),
    /** Pupil Cloud's Manual Mapper. */
    MANUAL_MAPPER("Pupil Cloud, Manual Mapper"),
    /** Pupil Cloud's Marker Mapper. */
    MARKER_MAPPER("Pupil Cloud, Marker Mapper"),
    /** A surface of Neon Player: one recording in one section, without ids. */
    NEON_PLAYER_SURFACE("Neon Player"),
    /** Tobii Studio's data export. */
    TOBII_STUDIO("Tobii Studio"),
    /** Tobii Pro Lab's data export, of a screen or of glasses with a snapshot. */
    TOBII_PRO_LAB("Tobii Pro Lab"),
    /** Gazepoint Analysis. */
    GAZEPOINT("Gazepoint Analysis"),
    /** The fixation report of EyeLink Data Viewer. */
    EYELINK("EyeLink Data Viewer"),
    /** The surface tracker of Pupil Player. */
    PUPIL_PLAYER("Pupil Player"),
    /** A table of any other program, whose columns the option {@code layout} names. */
    LAYOUT("another program");

    private final String program;

    EnrichmentType(String program) {
        this.program = program;
    }

    /** Its name in manifests. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The program that wrote it, for people. */
    public String program() {
        return program;
    }

    /** Whether it is of Pupil Cloud or Neon Player, whose fixations are mapped on the image before they are exported. */
    public boolean isMapped() {
        return switch (this) {
            case REFERENCE_IMAGE_MAPPER, MANUAL_MAPPER, MARKER_MAPPER, NEON_PLAYER_SURFACE -> true;
            case TOBII_STUDIO, TOBII_PRO_LAB, GAZEPOINT, EYELINK, PUPIL_PLAYER, LAYOUT -> false;
        };
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
        },

        /** Pixels of the reference image that were computed from the size of another picture or of a screen: they fit any image. */
        PLACED {
            @Override
            public double toPx(double value, int extent) {
                return value;
            }
        };

        /** The coordinate in px of an image that is {@code extent} px wide (for x) or high (for y). */
        public abstract double toPx(double value, int extent);
    }
}
