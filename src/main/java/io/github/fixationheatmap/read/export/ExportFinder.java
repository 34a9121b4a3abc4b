package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.ExportPart;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.zip.ZipDirectory;
import io.github.fixationheatmap.read.zip.ZipEntryFile;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.ObjectStore.FolderListing;
import io.github.fixationheatmap.store.StoredObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds what a drop holds: one export in a folder, one or several in a zip. */
public final class ExportFinder {

    static final String FIXATIONS = "fixations.csv";
    static final String REFERENCE_IMAGE = "reference_image.jpeg, .jpg or .png";

    /** An export costs a dozen requests or more. */
    private static final int MAX_IN_ZIP = 1_000;

    private final ObjectStore store;

    public ExportFinder(ObjectStore store) {
        this.store = store;
    }

    /**
     * What lies in a drop now, and its name as it lies there. It costs one listing, and for a folder that has a folder of masks another
     * one.
     */
    public DropListing list(Drop drop) {
        return switch (drop) {
            case Drop.Folder folder -> new DropListing(folder, inFolder(folder));
            case Drop.Zip named -> {
                List<StoredObject> siblings = store.list(named.bucket(), named.stem());
                // Its name as it lies there: the ending may be in capitals, which the options beside it do not tell.
                Drop.Zip zip = DropKeys.asItLies(named, siblings.stream().map(StoredObject::key).toList()).orElse(named);
                yield new DropListing(zip, siblings.stream()
                        .filter(o -> o.key().equals(zip.key()) || o.key().equals(DropKeys.siblingOptions(zip)))
                        .toList());
            }
        };
    }

    private List<StoredObject> inFolder(Drop.Folder folder) {
        FolderListing level = store.level(folder.bucket(), folder.key());
        List<StoredObject> objects = new ArrayList<>(level.objects());
        String masks = folder.key() + ExportPart.MASKS;
        if (level.folders().contains(masks)) {
            objects.addAll(store.list(folder.bucket(), masks));
        }
        // Below the folder only masks belong to the export.
        objects.removeIf(o -> part(folder, o).filter(p -> !o.key().startsWith(masks) || p.isAmongMasks()).isEmpty());
        return objects;
    }

    private static Optional<ExportPart> part(Drop.Folder folder, StoredObject object) {
        return ExportPart.of(object.key().substring(folder.key().length()));
    }

    /**
     * The exports of a drop, in the order of their folders. For a zip its directory is read, for a folder nothing.
     *
     * @throws io.github.fixationheatmap.problem.ProblemException if the zip cannot be read, or holds no export
     * @throws io.github.fixationheatmap.store.ObjectChangedException if the zip was replaced since it was listed
     */
    public List<Export> find(DropListing listing) {
        return switch (listing.drop()) {
            case Drop.Folder folder -> List.of(inFolder(found(folder, listing.objects())));
            case Drop.Zip zip -> inZip(zip, listing.objects());
        };
    }

    private List<ExportParts.Found> found(Drop.Folder folder, List<StoredObject> objects) {
        return objects.stream()
                .map(o -> new ExportParts.Found(part(folder, o).orElseThrow(),
                        new InputFile.Plain(store, o, o.key().substring(folder.key().length()))))
                .toList();
    }

    private static Export inFolder(List<ExportParts.Found> files) {
        return switch (ExportParts.of(files)) {
            case ExportParts.Ambiguous a -> new Export.Refused("", a.problem());
            case ExportParts.Clear c when !c.missing().isEmpty() -> inVain(c)
                    .<Export>map(problem -> new Export.Refused("", problem))
                    .orElseGet(() -> new Export.Incomplete("", c.missing()));
            case ExportParts.Clear c -> c.complete("", Optional.empty());
        };
    }

    private List<Export> inZip(Drop.Zip drop, List<StoredObject> objects) {
        Map<String, StoredObject> byKey = new TreeMap<>();
        objects.forEach(o -> byKey.put(o.key(), o));
        StoredObject zip = byKey.get(drop.key());
        if (zip == null) {
            return List.of(new Export.Incomplete("", List.of(drop.key().substring(drop.key().lastIndexOf('/') + 1))));
        }
        SortedMap<String, List<ExportParts.Found>> folders = byFolder(ZipDirectory.read(store, zip));
        if (folders.isEmpty()) {
            throw missing(zip.name(), List.of(FIXATIONS, REFERENCE_IMAGE)).asException();
        }
        checkFolders(drop, zip, folders.keySet());
        Optional<InputFile> options = Optional.ofNullable(byKey.get(DropKeys.siblingOptions(drop)))
                .map(o -> new InputFile.Plain(store, o));
        List<Export> exports = new ArrayList<>();
        folders.forEach((folder, files) -> {
            String place = folder.isEmpty() ? zip.name() : zip.name() + "/" + folder;
            exports.add(inZipFolder(place, folders.size() == 1 ? "" : folder, files, options));
        });
        return exports;
    }

    /** Each export has to end: with the requests that it costs in the tries that there are, and where S3 can put its results. */
    private static void checkFolders(Drop.Zip drop, StoredObject zip, Set<String> folders) {
        if (folders.size() > MAX_IN_ZIP) {
            throw new Problem(ProblemType.TOO_LARGE, new Location.WholeFile(zip.name()), folders.size() + " exports",
                    "at most " + MAX_IN_ZIP + " exports in one zip").asException();
        }
        folders.stream().filter(folder -> folders.size() > 1 && !DropKeys.results(drop, folder).fit()).findFirst().ifPresent(folder -> {
            throw new Problem(ProblemType.BAD_ZIP, new Location.WholeFile(zip.name()), folder,
                    "folders so short that no key of their results has more than " + ResultKeys.MAX_KEY_BYTES + " bytes").asException();
        });
    }

    private static Export inZipFolder(String place, String folder, List<ExportParts.Found> files, Optional<InputFile> options) {
        return switch (ExportParts.of(files)) {
            case ExportParts.Ambiguous a -> new Export.Refused(folder, a.problem());
            // Nothing more can arrive in a zip.
            case ExportParts.Clear c when !c.missing().isEmpty() ->
                new Export.Refused(folder, inVain(c).orElseGet(() -> missing(place, c.missing())));
            case ExportParts.Clear c -> c.complete(folder, options);
        };
    }

    /** Why no file that may still arrive would help: fixations of a kind that has no reference image are refused before one is there. */
    private static Optional<Problem> inVain(ExportParts.Clear parts) {
        return parts.fixations().flatMap(file -> {
            try {
                FixationReader.open(file).close();
                return Optional.empty();
            } catch (ProblemException e) {
                return Optional.of(e.problem());
            }
        });
    }

    /** Only a folder with fixations or a picture is an export; options or areas alone are somebody's notes. */
    private static SortedMap<String, List<ExportParts.Found>> byFolder(List<ZipEntryFile> entries) {
        SortedMap<String, List<ExportParts.Found>> folders = new TreeMap<>();
        for (ZipEntryFile entry : entries) {
            ExportPart part = ExportPart.of(entry.header().name()).orElseThrow();
            String folder = part.folder().isEmpty() ? "" : part.folder().substring(0, part.folder().length() - 1);
            folders.computeIfAbsent(folder, f -> new ArrayList<>()).add(new ExportParts.Found(part, entry));
        }
        folders.values().removeIf(files -> files.stream().noneMatch(ExportParts.Found::isNeeded));
        // As a folder lists them: files have no order in a zip.
        folders.values().forEach(files -> files.sort(Comparator.comparing(f -> f.part().name())));
        return folders;
    }

    private static Problem missing(String place, List<String> names) {
        return new Problem(ProblemType.MISSING_FILE, new Location.WholeFile(place), null, String.join(" and ", names) + " in one folder");
    }

    /**
     * What lies in a drop, in the state that a listing saw. Whatever is read later is read in that state or not at all.
     *
     * @param drop the drop
     * @param objects the objects that are read or might be: a folder's parts of an export, or the zip and the options beside it
     */
    public record DropListing(Drop drop, List<StoredObject> objects) {
        public DropListing {
            objects = List.copyOf(objects);
        }
    }
}
