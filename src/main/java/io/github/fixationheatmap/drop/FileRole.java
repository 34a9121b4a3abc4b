package io.github.fixationheatmap.drop;

import java.util.Optional;

/** The parts of an export, told by a file's exact basename. Whatever has no role is never read, however large it is. */
public enum FileRole {
    FIXATIONS,
    REFERENCE_IMAGE,
    SECTIONS,
    OPTIONS;

    /** The name of the options file, in a folder or in a zip beside the fixations. */
    public static final String OPTIONS_NAME = "heatmap.json";

    /** The part that a file of this basename is, or nothing. */
    public static Optional<FileRole> of(String basename) {
        return switch (basename) {
            case "fixations.csv" -> Optional.of(FIXATIONS);
            case "reference_image.jpeg", "reference_image.jpg", "reference_image.png" -> Optional.of(REFERENCE_IMAGE);
            case "sections.csv" -> Optional.of(SECTIONS);
            case OPTIONS_NAME -> Optional.of(OPTIONS);
            default -> isNeonPlayerSurface(basename) ? Optional.of(FIXATIONS) : Optional.empty();
        };
    }

    private static boolean isNeonPlayerSurface(String basename) {
        return basename.startsWith("fixations_on_surface_") && basename.endsWith(".csv");
    }
}
