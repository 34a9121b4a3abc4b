package io.github.fixationheatmap.laptop;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.ExportPart;
import io.github.fixationheatmap.drop.ExportPart.FileRole;
import io.github.fixationheatmap.drop.Misnamed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder or a zip of this machine that is dropped.
 *
 * @param path the folder or the zip
 * @param inbox the beginning of its drop's key
 * @param name its path below the folder with all exports, with slashes; of a single export the name of its file
 */
record LocalExport(Path path, String inbox, String name) {

    static final String DROPS = "drops";

    private static final int MAX_LIST = 10;

    /** The drop that it is. */
    Drop drop() {
        return isZip(path) ? new Drop.Zip(DROPS, inbox + name) : new Drop.Folder(DROPS, inbox + name + "/");
    }

    /** Whether it is a zip, by its name. */
    static boolean isZip(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.length() > ".zip".length() && name.toLowerCase(Locale.ROOT).endsWith(".zip") && !name.startsWith(".")
                && Files.isRegularFile(path);
    }

    /** Whether a folder has fixations, at its top or in its folder of recordings. */
    static boolean hasFixations(Path folder) throws IOException {
        return names(folder).stream().anyMatch(name -> is(name, FileRole.FIXATIONS))
                || names(folder.resolve(ExportPart.RECORDINGS)).stream()
                        .anyMatch(name -> is(ExportPart.RECORDINGS + name, FileRole.FIXATIONS));
    }

    /** Whether a folder has a file that an export needs, or one that certainly should have such a name. */
    static boolean isBegun(Path folder) throws IOException {
        return names(folder).stream().anyMatch(name -> is(name, FileRole.REFERENCE_IMAGE)
                || Misnamed.of(name).filter(m -> m.isCertain() && m.role() == FileRole.FIXATIONS).isPresent());
    }

    private static boolean is(String path, FileRole role) {
        return ExportPart.of(path).filter(part -> part.folder().isEmpty() && part.role() == role).isPresent();
    }

    /** The files that are not read, by name: gaze and video, which are large, and whatever is misspelt. */
    String unread() throws IOException {
        List<String> unread = names(path).stream().filter(name -> FileRole.of(name).isEmpty()).toList();
        int more = unread.size() - MAX_LIST;
        return more <= 0 ? String.join(", ", unread) : String.join(", ", unread.subList(0, MAX_LIST)) + " and " + more + " more";
    }

    /** Files that were perhaps meant for one of these roles: names count to the letter, on S3 as here. */
    static String meant(Path folder, List<FileRole> roles) throws IOException {
        List<String> paths = names(folder);
        for (String subfolder : misnamedFolders(folder)) {
            names(folder.resolve(subfolder)).forEach(name -> paths.add(subfolder + name));
        }
        List<Misnamed> misnamed = paths.stream().flatMap(path -> Misnamed.of(path).stream())
                .filter(m -> m.folder().isEmpty() && roles.contains(m.role())).distinct().toList();
        return misnamed.isEmpty() ? "" : "; " + Misnamed.advice(misnamed);
    }

    private static List<String> misnamedFolders(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).map(f -> f.getFileName() + "/").filter(Misnamed::isFolder).sorted().toList();
        }
    }

    /** The names of the files of a folder, in their order; none where there is no such folder. */
    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new ArrayList<>();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).map(f -> String.valueOf(f.getFileName())).sorted()
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }
}
