package io.github.fixationheatmap.export;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.FileRole;
import io.github.fixationheatmap.problem.Place;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.StoredObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds what a drop holds: one export in a folder, one or several in a zip. */
public final class ExportFinder {

    private static final String FIXATIONS = "fixations.csv";
    private static final String REFERENCE_IMAGE = "reference_image.jpeg, .jpg or .png";

    private final ObjectStore store;

    public ExportFinder(ObjectStore store) {
        this.store = store;
    }

    /**
     * The exports of a drop as they are now, in the order of their folders; at the cost of one listing, and for a zip of its directory.
     *
     * @throws io.github.fixationheatmap.problem.ProblemException if the zip cannot be read, or holds no export
     */
    public List<Export> find(Drop drop) {
        return switch (drop) {
            case Drop.Folder folder -> List.of(inFolder(folder));
            case Drop.Zip zip -> inZip(zip);
        };
    }

    private Export inFolder(Drop.Folder folder) {
        List<InputFile> files = new ArrayList<>();
        for (StoredObject object : store.list(folder.bucket(), folder.key())) {
            files.add(new InputFile.Plain(store, object));
        }
        return switch (Parts.of("", files)) {
            case Parts.Ambiguous a -> new Export.Refused("", a.problem());
            case Parts.Clear c when !c.missing().isEmpty() -> new Export.Incomplete("", c.missing());
            case Parts.Clear c -> c.complete(Optional.empty());
        };
    }

    private List<Export> inZip(Drop.Zip drop) {
        Map<String, StoredObject> siblings = new TreeMap<>();
        store.list(drop.bucket(), drop.stem()).forEach(o -> siblings.put(o.key(), o));
        StoredObject zip = siblings.get(drop.key());
        if (zip == null) {
            return List.of(new Export.Incomplete("", List.of(drop.key().substring(drop.key().lastIndexOf('/') + 1))));
        }
        SortedMap<String, List<InputFile>> folders = byFolder(ZipDirectory.read(store, zip));
        if (folders.isEmpty()) {
            throw missing(zip.name(), List.of(FIXATIONS, REFERENCE_IMAGE)).asException();
        }
        Optional<InputFile> options = Optional.ofNullable(siblings.get(DropKeys.siblingOptions(drop)))
                .map(o -> new InputFile.Plain(store, o));
        List<Export> exports = new ArrayList<>();
        folders.forEach((folder, files) -> exports.add(inZipFolder(folders.size() == 1 ? "" : folder, files, options)));
        return exports;
    }

    private static Export inZipFolder(String folder, List<InputFile> files, Optional<InputFile> options) {
        return switch (Parts.of(folder, files)) {
            case Parts.Ambiguous a -> new Export.Refused(folder, a.problem());
            // Nothing more can arrive in a zip.
            case Parts.Clear c when !c.missing().isEmpty() -> new Export.Refused(folder, missing(placeOf(files), c.missing()));
            case Parts.Clear c -> c.complete(options);
        };
    }

    /** Only a folder with fixations or a picture is an export; options or sections alone are somebody's notes. */
    private static SortedMap<String, List<InputFile>> byFolder(List<ZipEntryFile> entries) {
        SortedMap<String, List<InputFile>> folders = new TreeMap<>();
        entries.forEach(e -> folders.computeIfAbsent(e.folder(), f -> new ArrayList<>()).add(e));
        folders.values().removeIf(files -> files.stream().noneMatch(ExportFinder::isNeeded));
        return folders;
    }

    private static boolean isNeeded(InputFile file) {
        return Parts.role(file).filter(r -> r == FileRole.FIXATIONS || r == FileRole.REFERENCE_IMAGE).isPresent();
    }

    private static String placeOf(List<InputFile> files) {
        String name = files.get(0).name();
        return name.substring(0, name.lastIndexOf('/'));
    }

    private static Problem missing(String place, List<String> names) {
        return new Problem(ProblemType.MISSING_FILE, new Place.WholeFile(place), null, String.join(" and ", names) + " in one folder");
    }

    /** The files of one folder by the parts that they are. */
    private sealed interface Parts {

        static Parts of(String folder, List<InputFile> files) {
            Map<FileRole, InputFile> parts = new EnumMap<>(FileRole.class);
            for (InputFile file : files) {
                Optional<FileRole> role = role(file);
                if (role.isEmpty()) {
                    continue;
                }
                InputFile other = parts.put(role.get(), file);
                if (other != null) {
                    return new Ambiguous(new Problem(ProblemType.AMBIGUOUS_FILES, new Place.WholeFile(file.name()),
                            other.name() + ", " + file.name(), "one of them"));
                }
            }
            return new Clear(folder, parts);
        }

        static Optional<FileRole> role(InputFile file) {
            return FileRole.of(file.name().substring(file.name().lastIndexOf('/') + 1));
        }

        record Ambiguous(Problem problem) implements Parts {}

        record Clear(String folder, Map<FileRole, InputFile> parts) implements Parts {
            List<String> missing() {
                List<String> missing = new ArrayList<>();
                if (!parts.containsKey(FileRole.FIXATIONS)) {
                    missing.add(FIXATIONS);
                }
                if (!parts.containsKey(FileRole.REFERENCE_IMAGE)) {
                    missing.add(REFERENCE_IMAGE);
                }
                return missing;
            }

            Export complete(Optional<InputFile> siblingOptions) {
                List<InputFile> options = new ArrayList<>();
                Optional.ofNullable(parts.get(FileRole.OPTIONS)).ifPresent(options::add);
                siblingOptions.ifPresent(options::add);
                return new Export.Complete(folder, part(FileRole.FIXATIONS).orElseThrow(), part(FileRole.REFERENCE_IMAGE).orElseThrow(),
                        part(FileRole.SECTIONS), options);
            }

            private Optional<InputFile> part(FileRole role) {
                return Optional.ofNullable(parts.get(role));
            }
        }
    }
}
