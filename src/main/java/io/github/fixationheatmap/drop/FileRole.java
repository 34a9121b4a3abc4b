package io.github.fixationheatmap.drop;

import java.util.Locale;
import java.util.Optional;

/** The parts of an export, told by a file's exact basename. Whatever has no role is never read, however large it is. */
public enum FileRole {
    FIXATIONS,
    REFERENCE_IMAGE,
    SECTIONS,
    OPTIONS,
    /** Areas of interest: one file with all of them, or one mask picture for each. */
    AOIS,
    /** What lies among the masks and is no picture: never read, but its owner is told. */
    STRAY,
    /** A raw recording's events, which say when it began. */
    EVENTS,
    /** When recordings began, as a table. */
    RECORDINGS;

    /** The name of the options file, in a folder or in a zip beside the fixations. */
    public static final String OPTIONS_NAME = "heatmap.json";

    /** The part that a file of this basename is, or nothing. */
    public static Optional<FileRole> of(String basename) {
        return switch (basename) {
            // A Face Mapper's file has its part, so that it is refused by name and not passed over in silence.
            case "fixations.csv", "fixations_on_face.csv" -> Optional.of(FIXATIONS);
            case "reference_image.jpeg", "reference_image.jpg", "reference_image.png" -> Optional.of(REFERENCE_IMAGE);
            case "sections.csv" -> Optional.of(SECTIONS);
            case OPTIONS_NAME -> Optional.of(OPTIONS);
            // LabelMe names its file after the picture that was drawn on.
            case "aois.json", "reference_image.json" -> Optional.of(AOIS);
            case "events.csv" -> Optional.of(EVENTS);
            case "recordings.csv" -> Optional.of(RECORDINGS);
            default -> isNeonPlayerSurface(basename) ? Optional.of(FIXATIONS)
                    : isVisible(basename, ".aois") ? Optional.of(AOIS) : Optional.empty();
        };
    }

    private static boolean isNeonPlayerSurface(String basename) {
        return basename.startsWith("fixations_on_surface_") && basename.endsWith(".csv");
    }

    /** Whether a basename has this ending, and is not one of the hidden twins ({@code ._name}) that some systems add. */
    static boolean isVisible(String basename, String ending) {
        return basename.toLowerCase(Locale.ROOT).endsWith(ending) && !basename.startsWith(".");
    }
}
