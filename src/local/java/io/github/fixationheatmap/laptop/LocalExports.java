package io.github.fixationheatmap.laptop;

import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.ExportPart;
import io.github.fixationheatmap.drop.ExportPart.FileRole;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.laptop.FolderStore.Place;
import io.github.fixationheatmap.laptop.FolderStore.Tags;
import io.github.fixationheatmap.result.output.Outputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one call of the command works on.
 *
 * @param exports the exports, in the order of their names
 * @param single whether the path itself is the export, and not a folder of exports
 * @param store the store that has them, and takes their results
 */
record LocalExports(List<LocalExport> exports, boolean single, FolderStore store) {

    static final String RESULTS = "results";

    /** Folders within folders; deeper ones are not looked at. */
    private static final int MAX_DEPTH = 32;

    LocalExports {
        exports = List.copyOf(exports);
    }

    /**
     * Finds the exports at a path.
     *
     * @param source a zip, the folder of an export, or a folder of either
     * @param out the folder that results go to; it need not be there
     * @throws Refusal if there is none, or its results would be written over it
     */
    static LocalExports find(Path source, Path out) throws IOException {
        Path real = existing(source);
        Path results = apart(real, out.toAbsolutePath().normalize());
        if (LocalExport.isZip(real) || LocalExport.hasFixations(real)) {
            return single(real, results);
        }
        List<LocalExport> found = new ArrayList<>();
        collect(real, "", results, found);
        if (found.isEmpty()) {
            throw new Refusal("no export in this folder, which has no fixations.csv: " + real
                    + LocalExport.meant(real, List.of(FileRole.FIXATIONS)));
        }
        requireOwnResults(found);
        return new LocalExports(found, false, new FolderStore(List.of(inputs(DropKeys.INBOX, real), outputs("", results))));
    }

    private static LocalExports single(Path real, Path results) {
        @Nullable Path last = real.getFileName();
        LocalExport export = new LocalExport(real, last == null ? "export" : last.toString());
        if (DropKeys.isReserved(export.drop())) {
            throw new Refusal("an export needs another name than " + DropKeys.ON_DEMAND + ": " + real);
        }
        Place place = LocalExport.isZip(real) ? inputs(DropKeys.INBOX, parent(real)) : inputs(export.drop().key(), real);
        return new LocalExports(List.of(export), true,
                new FolderStore(List.of(place, outputs(DropKeys.results(export.drop(), "").prefix(), results))));
    }

    private static Path parent(Path file) {
        @Nullable Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static Place inputs(String prefix, Path folder) {
        return new Place(LocalExport.DROPS + "/" + prefix, folder, Tags.BY_TIME, Optional.empty());
    }

    /** Other files in the folder are of no concern, and may be large. */
    private static Place outputs(String prefix, Path folder) {
        Set<String> names = new HashSet<>(Outputs.baseNames());
        names.addAll(new ResultKeys("").documents());
        return new Place(RESULTS + "/" + prefix, folder, Tags.BY_CONTENT, Optional.of(names));
    }

    private static Path existing(Path source) throws IOException {
        if (!Files.exists(source)) {
            throw new Refusal("there is no such file or folder: " + source.toAbsolutePath());
        }
        Path real = source.toRealPath();
        if (!Files.isDirectory(real) && !LocalExport.isZip(real)) {
            throw new Refusal("neither a folder nor a .zip: " + real + "; the export is the folder with all its files");
        }
        return real;
    }

    /** Results have the names of files that an export may hold: they must not be written over it. */
    private static Path apart(Path source, Path out) throws IOException {
        for (@Nullable Path above = out; above != null && !Files.isDirectory(above); above = above.getParent()) {
            if (Files.exists(above)) {
                throw new Refusal("the results need a folder, and this is a file: " + above);
            }
        }
        if (Files.isDirectory(out) && out.toRealPath().equals(source)) {
            throw new Refusal("the results would be written over the export, choose another folder: " + out);
        }
        return out;
    }

    /** Adds the exports in and below a folder, but none of an earlier run's results. */
    private static void collect(Path folder, String name, Path results, List<LocalExport> found) throws IOException {
        int before = found.size();
        boolean whole = !name.isEmpty() && LocalExport.hasFixations(folder);
        if (whole) {
            found.add(new LocalExport(folder, name));
        }
        for (Path entry : entries(folder)) {
            String basename = String.valueOf(entry.getFileName());
            String path = name.isEmpty() ? basename : name + "/" + basename;
            if (LocalExport.isZip(entry)) {
                found.add(new LocalExport(entry, path));
            } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && !basename.startsWith(".") && !entry.equals(results)
                    && !(whole && ExportPart.SUBFOLDERS.contains(basename + "/"))
                    && path.chars().filter(c -> c == '/').count() < MAX_DEPTH) {
                collect(entry, path, results, found);
            }
        }
        if (found.size() == before && !name.isEmpty() && LocalExport.isBegun(folder)) {
            found.add(new LocalExport(folder, name));
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static void requireOwnResults(List<LocalExport> exports) {
        Map<String, LocalExport> byResults = new HashMap<>();
        for (LocalExport export : exports) {
            @Nullable LocalExport other = byResults.put(DropKeys.results(export.drop(), "").prefix(), export);
            if (other != null) {
                throw new Refusal("two exports would have their results in one folder, rename one: " + other.path() + " and "
                        + export.path());
            }
        }
    }
}
