package io.github.fixationheatmap.drop;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A file as part of an export.
 *
 * @param role its role in the export
 * @param folder the export's folder, ending in a slash; empty if there is none
 * @param name the file's path within that folder
 */
public record ExportPart(FileRole role, String folder, String name) {

    /** The folder within an export that holds one mask image per area of interest, ending in a slash. */
    public static final String MASKS = "aois/";

    /** The folder within an export that holds one file of fixations per recording, ending in a slash. */
    public static final String RECORDINGS = "fixations/";

    /** The folders of an export that belong to it. */
    public static final List<String> SUBFOLDERS = List.of(MASKS, RECORDINGS);

    /** Every image in the folder of masks counts as a mask. The mask reader refuses formats that it does not support. */
    private static final Set<String> IMAGE_EXTENSIONS = Set.of(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp");

    /** Files that Windows adds to folders. */
    private static final Set<String> SYSTEM_FILES = Set.of("thumbs.db", "desktop.ini");

    /** The part of an export that a file at this path is, or empty if it is none. */
    public static Optional<ExportPart> of(String path) {
        int name = path.lastIndexOf('/') + 1;
        Optional<FileRole> role = FileRole.of(path.substring(name));
        if (role.isPresent()) {
            return Optional.of(new ExportPart(role.get(), path.substring(0, name), path.substring(name)));
        }
        String basename = path.substring(name).toLowerCase(Locale.ROOT);
        if (!FileRole.isVisibleFile(basename, "") || basename.isBlank() || SYSTEM_FILES.contains(basename)) {
            return Optional.empty();
        }
        return SUBFOLDERS.stream().filter(folder -> isIn(folder, path, name)).findFirst().map(folder -> {
            int start = name - folder.length();
            return new ExportPart(roleIn(folder, basename), path.substring(0, start), path.substring(start));
        });
    }

    private static boolean isIn(String folder, String path, int name) {
        int start = name - folder.length();
        return path.startsWith(folder, start) && (start == 0 || path.charAt(start - 1) == '/');
    }

    private static FileRole roleIn(String folder, String basename) {
        String extension = basename.substring(Math.max(0, basename.lastIndexOf('.')));
        return folder.equals(MASKS)
                ? IMAGE_EXTENSIONS.contains(extension) ? FileRole.AOIS : FileRole.UNSUPPORTED_MASK
                : FileRole.TABLES.contains(extension) ? FileRole.FIXATIONS : FileRole.UNSUPPORTED_RECORDING;
    }

    /** Whether an export is one only with such a file: fixations or a reference image. */
    public boolean isRequired() {
        return role == FileRole.FIXATIONS || role == FileRole.REFERENCE_IMAGE;
    }

    /** The surface whose fixations the file has; empty if it is no file of a Neon Player surface. */
    public Optional<String> surface() {
        return FileRole.surface(name);
    }

    /** The recording that a file in the folder of recordings is named after; empty for any other file. */
    public Optional<String> recording() {
        return role == FileRole.FIXATIONS && isInRecordingsFolder()
                ? Optional.of(name.substring(RECORDINGS.length(), name.lastIndexOf('.'))) : Optional.empty();
    }

    /** Whether an export may have both files: masks, recordings or surfaces, or two that are never read. */
    public boolean mayStandBeside(ExportPart other) {
        return role == FileRole.UNSUPPORTED_RECORDING || (isInMaskFolder() && other.isInMaskFolder())
                || (recording().isPresent() && other.recording().isPresent()) || (surface().isPresent() && other.surface().isPresent());
    }

    /** Whether the file is in the folder of recordings, though it may not be read. */
    public boolean isInRecordingsFolder() {
        return name.startsWith(RECORDINGS);
    }

    /** Whether the file is in the folder of masks. An export may have many of these. */
    public boolean isInMaskFolder() {
        return name.startsWith(MASKS);
    }

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
        /** A file in the folder of recordings that is no table. It is never read, and the manifest warns of it. */
        UNSUPPORTED_RECORDING,
        /** The events of raw recordings, with the times at which they began. */
        EVENTS,
        /** A table of recordings, with the times at which they began. */
        RECORDINGS,
        /** A table of recordings or wearers, with the group of each. */
        GROUPS;

        /** The name of the options file beside the fixations, in a folder or in a zip. */
        public static final String OPTIONS_NAME = "heatmap.json";

        /** The name of the table of groups. */
        public static final String GROUPS_NAME = "groups.csv";

        static final String SURFACE = "fixations_on_surface_";
        static final String CSV = ".csv";

        /** The extensions of tables of fixations: a program may write commas, tabs or semicolons into any of them. */
        static final Set<String> TABLES = Set.of(CSV, ".tsv", ".txt");

        /** The role of a file with this basename, or empty if it has none. */
        public static Optional<FileRole> of(String basename) {
            return switch (basename) {
                // A Face Mapper's file has a role, so that it is refused with an error instead of being ignored.
                case "fixations.csv", "fixations.tsv", "fixations.txt", "fixations_on_face.csv" -> Optional.of(FIXATIONS);
                case "reference_image.jpeg", "reference_image.jpg", "reference_image.png" -> Optional.of(REFERENCE_IMAGE);
                case "sections.csv" -> Optional.of(SECTIONS);
                case OPTIONS_NAME -> Optional.of(OPTIONS);
                // LabelMe names its file after the image.
                case "aois.json", "reference_image.json" -> Optional.of(AOIS);
                case "events.csv" -> Optional.of(EVENTS);
                case "recordings.csv" -> Optional.of(RECORDINGS);
                case GROUPS_NAME -> Optional.of(GROUPS);
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
}
