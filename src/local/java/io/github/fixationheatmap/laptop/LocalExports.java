package io.github.fixationheatmap.laptop;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.ExportPart;
import io.github.fixationheatmap.drop.ExportPart.FileRole;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.drop.StudyKeys;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one call of the command works on.
 *
 * @param exports the exports, in the order of their names
 * @param study the study that they are; nothing where the path itself is the export
 * @param source the folder or the zip
 * @param results the folder that results go to; it need not be there
 */
record LocalExports(List<LocalExport> exports, Optional<StudyKeys> study, Path source, Path results) {

    static final String RESULTS = "results";

    /** Folders within folders; deeper ones are not looked at. */
    private static final int MAX_DEPTH = 32;

    /** The name of a study of a folder whose own name no study can have. */
    private static final String UNNAMED = "study";

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
            LocalExport export = new LocalExport(real, DropKeys.INBOX, name(real, "export"));
            if (DropKeys.isReserved(export.drop())) {
                throw new Refusal("an export needs another name than " + DropKeys.ON_DEMAND + ": " + real);
            }
            return new LocalExports(List.of(export), Optional.empty(), real, results);
        }
        LocalExports found = new LocalExports(List.of(), Optional.of(study(real)), real, results).now();
        if (found.exports.isEmpty()) {
            throw new Refusal("no export in this folder, which has no fixations.csv: " + real
                    + LocalExport.meant(real, List.of(FileRole.FIXATIONS)));
        }
        found.requireOwnResults();
        return found;
    }

    private static String name(Path path, String otherwise) {
        @Nullable Path last = path.getFileName();
        return last == null ? otherwise : last.toString();
    }

    private static StudyKeys study(Path folder) {
        String name = name(folder, UNNAMED);
        return new StudyKeys(StudyKeys.of(DropKeys.INBOX + name + "/" + StudyKeys.FILE).isPresent() ? name : UNNAMED);
    }

    /** The same folder as it is now. */
    LocalExports now() throws IOException {
        List<LocalExport> found = new ArrayList<>();
        if (study.isPresent()) {
            collect(source, "", found);
        }
        return study.isPresent() ? new LocalExports(found, study, source, results) : this;
    }

    /**
     * The store that has the exports, and takes their results.
     *
     * @param work a folder for the working files of a study
     */
    FolderStore store(Path work) {
        if (study.isPresent()) {
            Place working = new Place(Pattern.compile(RESULTS + "/" + study.get().work()), work, Tags.BY_TIME, name -> true);
            return new FolderStore(List.of(inputs(study.get().inbox(), source), working, outputs(study.get().results())));
        }
        LocalExport export = exports.getFirst();
        Place place = LocalExport.isZip(source) ? inputs(DropKeys.INBOX, parent(source)) : inputs(export.drop().key(), source);
        return new FolderStore(List.of(place, outputs(DropKeys.results(export.drop(), ""))));
    }

    private static Path parent(Path file) {
        @Nullable Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static Place inputs(String prefix, Path folder) {
        return Place.of(LocalExport.DROPS + "/" + prefix, folder, Tags.BY_TIME);
    }

    /** Other files in the folder are of no concern, and may be large. */
    private Place outputs(ResultKeys keys) {
        Set<String> names = new HashSet<>(Outputs.baseNames());
        names.addAll(new ResultKeys("").documents());
        return new Place(Pattern.compile(Pattern.quote(RESULTS + "/" + keys.prefix())), results, Tags.BY_CONTENT,
                name -> names.contains(name) || StudyKeys.isPage(name));
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
    private void collect(Path folder, String name, List<LocalExport> found) throws IOException {
        String inbox = study.orElseThrow().inbox();
        int before = found.size();
        boolean whole = !name.isEmpty() && LocalExport.hasFixations(folder);
        if (whole) {
            found.add(new LocalExport(folder, inbox, name));
        }
        for (Path entry : entries(folder)) {
            String basename = String.valueOf(entry.getFileName());
            String path = name.isEmpty() ? basename : name + "/" + basename;
            if (LocalExport.isZip(entry)) {
                found.add(new LocalExport(entry, inbox, path));
            } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && !basename.startsWith(".") && !entry.equals(results)
                    && !(whole && ExportPart.SUBFOLDERS.contains(basename + "/"))
                    && path.chars().filter(c -> c == '/').count() < MAX_DEPTH) {
                collect(entry, path, found);
            }
        }
        if (found.size() == before && !name.isEmpty() && LocalExport.isBegun(folder)) {
            found.add(new LocalExport(folder, inbox, name));
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private void requireOwnResults() {
        Map<String, LocalExport> byResults = new HashMap<>();
        for (LocalExport export : exports) {
            ResultKeys keys = DropKeys.results(export.drop(), "");
            if (study.orElseThrow().isOwn(keys) || DropKeys.skippedDropOf(LocalExport.DROPS, anyKey(export.drop())).isPresent()) {
                throw new Refusal("the results of an export cannot have this path, rename it: " + export.path());
            }
            @Nullable LocalExport other = byResults.put(keys.prefix(), export);
            if (other != null) {
                throw new Refusal("two exports would have their results in one folder, rename one: " + other.path() + " and "
                        + export.path());
            }
        }
    }

    private static String anyKey(Drop drop) {
        return switch (drop) {
            case Drop.Zip zip -> zip.key();
            case Drop.Folder folder -> folder.key() + FileRole.OPTIONS_NAME;
        };
    }
}
