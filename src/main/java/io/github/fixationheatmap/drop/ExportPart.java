package io.github.fixationheatmap.drop;

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
        int masks = name - MASKS.length();
        boolean inMaskFolder = path.startsWith(MASKS, masks) && (masks == 0 || path.charAt(masks - 1) == '/');
        String basename = path.substring(name).toLowerCase(Locale.ROOT);
        if (!inMaskFolder || !FileRole.isVisibleFile(basename, "") || basename.isBlank() || SYSTEM_FILES.contains(basename)) {
            return Optional.empty();
        }
        boolean isImage = IMAGE_EXTENSIONS.contains(basename.substring(Math.max(0, basename.lastIndexOf('.'))));
        FileRole maskRole = isImage ? FileRole.AOIS : FileRole.UNSUPPORTED_MASK;
        return Optional.of(new ExportPart(maskRole, path.substring(0, masks), path.substring(masks)));
    }

    /** Whether the file is in the folder of masks. An export may have many of these. */
    public boolean isInMaskFolder() {
        return name.startsWith(MASKS);
    }
}
