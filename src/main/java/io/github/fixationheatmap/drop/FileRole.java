package io.github.fixationheatmap.drop;

import java.util.Locale;
import java.util.Optional;

/** The role of a file in an export, by its exact basename. Files without a role are never read. */
public enum FileRole {
    FIXATIONS,
    REFERENCE_IMAGE,
    SECTIONS,
    OPTIONS,
    /** Areas of interest: one file with all of them, or one mask image for each. */
    AOIS,
    /** A file in the folder of masks that is no image. It is never read, and the manifest warns of it. */
    UNSUPPORTED_MASK,
    /** A file in the folder of recordings that is no CSV file. It is never read, and the manifest warns of it. */
    UNSUPPORTED_RECORDING,
    /** The events of raw recordings, with the times at which they began. */
    EVENTS,
    /** A table of recordings, with the times at which they began. */
    RECORDINGS;

    /** The name of the options file beside the fixations, in a folder or in a zip. */
    public static final String OPTIONS_NAME = "heatmap.json";

    static final String SURFACE = "fixations_on_surface_";
    static final String CSV = ".csv";

    /** The role of a file with this basename, or empty if it has none. */
    public static Optional<FileRole> of(String basename) {
        return switch (basename) {
            // A Face Mapper's file has a role, so that it is refused with an error instead of being ignored.
            case "fixations.csv", "fixations_on_face.csv" -> Optional.of(FIXATIONS);
            case "reference_image.jpeg", "reference_image.jpg", "reference_image.png" -> Optional.of(REFERENCE_IMAGE);
            case "sections.csv" -> Optional.of(SECTIONS);
            case OPTIONS_NAME -> Optional.of(OPTIONS);
            // LabelMe names its file after the image.
            case "aois.json", "reference_image.json" -> Optional.of(AOIS);
            case "events.csv" -> Optional.of(EVENTS);
            case "recordings.csv" -> Optional.of(RECORDINGS);
            default -> isNeonPlayerSurface(basename) ? Optional.of(FIXATIONS)
                    : isVisibleFile(basename, ".aois") ? Optional.of(AOIS) : Optional.empty();
        };
    }

    private static boolean isNeonPlayerSurface(String basename) {
        return basename.startsWith(SURFACE) && basename.endsWith(CSV);
    }

    /** The surface that a file of Neon Player names; empty for any other file. */
    static Optional<String> surface(String basename) {
        return isNeonPlayerSurface(basename)
                ? Optional.of(basename.substring(SURFACE.length(), basename.length() - CSV.length())) : Optional.empty();
    }

    /** Whether a basename has this ending and is not hidden, as the companion files ({@code ._name}) of macOS are. */
    static boolean isVisibleFile(String basename, String ending) {
        return basename.toLowerCase(Locale.ROOT).endsWith(ending) && !basename.startsWith(".");
    }
}
