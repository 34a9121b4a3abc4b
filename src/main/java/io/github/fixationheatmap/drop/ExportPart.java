package io.github.fixationheatmap.drop;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a file is to an export.
 *
 * @param role which part of it
 * @param folder the export's folder, ending in a slash, or empty where there is none
 * @param name the file's path inside of that folder
 */
public record ExportPart(FileRole role, String folder, String name) {

    /** The folder of an export that holds one mask picture for each area of interest, its slash included. */
    public static final String MASKS = "aois/";

    /** Any picture among the masks is meant as one; which are understood, its reader knows. */
    private static final Set<String> PICTURES = Set.of(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp");

    /** What Windows leaves in folders. */
    private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini");

    /** The part that a file of this path is, or nothing. */
    public static Optional<ExportPart> of(String path) {
        int name = path.lastIndexOf('/') + 1;
        Optional<FileRole> role = FileRole.of(path.substring(name));
        if (role.isPresent()) {
            return Optional.of(new ExportPart(role.get(), path.substring(0, name), path.substring(name)));
        }
        int owner = name - MASKS.length();
        boolean inMasks = path.startsWith(MASKS, owner) && (owner == 0 || path.charAt(owner - 1) == '/');
        String basename = path.substring(name).toLowerCase(Locale.ROOT);
        if (!inMasks || !FileRole.isVisible(basename, "") || basename.isBlank() || LITTER.contains(basename)) {
            return Optional.empty();
        }
        FileRole among = PICTURES.contains(basename.substring(Math.max(0, basename.lastIndexOf('.')))) ? FileRole.AOIS : FileRole.STRAY;
        return Optional.of(new ExportPart(among, path.substring(0, owner), path.substring(owner)));
    }

    /** Whether it lies among the masks: of these an export may have many. */
    public boolean isAmongMasks() {
        return name.startsWith(MASKS);
    }
}
