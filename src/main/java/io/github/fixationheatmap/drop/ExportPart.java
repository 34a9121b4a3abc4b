package io.github.fixationheatmap.drop;

import java.util.Optional;

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

    private static final String MASK_ENDING = ".png";

    /** The part that a file of this path is, or nothing. */
    public static Optional<ExportPart> of(String path) {
        int name = path.lastIndexOf('/') + 1;
        Optional<FileRole> role = FileRole.of(path.substring(name));
        if (role.isPresent()) {
            return Optional.of(new ExportPart(role.get(), path.substring(0, name), path.substring(name)));
        }
        int owner = name - MASKS.length();
        boolean inMasks = path.startsWith(MASKS, owner) && (owner == 0 || path.charAt(owner - 1) == '/');
        return inMasks && FileRole.isVisible(path.substring(name), MASK_ENDING)
                ? Optional.of(new ExportPart(FileRole.AOIS, path.substring(0, owner), path.substring(owner)))
                : Optional.empty();
    }

    /** Whether it is a mask: of these an export may have many. */
    public boolean isMask() {
        return role == FileRole.AOIS && name.startsWith(MASKS);
    }
}
