package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.ExportPart;
import io.github.fixationheatmap.drop.Misnamed;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.zip.ZipDirectory;
import io.github.fixationheatmap.read.zip.ZipEntryFile;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.StoredObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the exports of a drop: one in a folder, one or several in a zip. */
public final class ExportFinder {

    static final String FIXATIONS = "fixations.csv";
    /** What the name of a reference image begins with. */
    public static final String PHOTO = "reference_image";


    static final String REFERENCE_IMAGE = "reference_image.jpeg, .jpg or .png";

    /** The maximum number of exports in a zip. Each export takes a dozen requests or more. */
    private static final int MAX_IN_ZIP = 1_000;

    private static final String RECORDINGS = ExportPart.RECORDINGS.substring(0, ExportPart.RECORDINGS.length() - 1);

    private final ObjectStore store;
    private final Optional<String> photoFolder;

    /** Finds exports with photos of their own. */
    public ExportFinder(ObjectStore store) {
        this(store, Optional.empty());
    }

    private ExportFinder(ObjectStore store, Optional<String> photoFolder) {
        this.store = store;
        this.photoFolder = photoFolder;
    }

    /** Finds exports whose photo, where they have none of their own, lies in the folder with this key, which ends in a slash. */
    public ExportFinder withPhotoIn(String folder) {
        return new ExportFinder(store, Optional.of(folder));
    }

    /**
     * Lists a drop, and corrects the case of the extension of a zip. It takes one list request, and one more for each folder of
     * masks or of recordings, and for the photo of a drop that perhaps has none of its own.
     */
    public DropListing list(Drop drop) {
        DropListing listing = new DropLister(store).list(drop);
        boolean hasPhoto = drop instanceof Drop.Folder folder
                && listing.objects().stream().flatMap(o -> DropLister.part(folder, o).stream()).anyMatch(ExportFinder::isPhoto);
        return photoFolder.filter(folder -> !hasPhoto).map(folder -> listing.with(photos(drop.bucket(), folder))).orElse(listing);
    }

    private List<StoredObject> photos(String bucket, String folder) {
        return store.list(bucket, folder + PHOTO).stream()
                .filter(o -> ExportPart.of(o.key().substring(folder.length())).filter(p -> p.folder().isEmpty() && isPhoto(p)).isPresent())
                .toList();
    }

    private static boolean isPhoto(ExportPart part) {
        return part.role() == ExportPart.FileRole.REFERENCE_IMAGE;
    }

    /** The files with the shared photos, if they lack one of their own. */
    private List<ExportParts.PartFile> withPhoto(List<ExportParts.PartFile> files, DropListing listing) {
        if (files.isEmpty() || files.stream().anyMatch(file -> isPhoto(file.part()))) {
            return files;
        }
        return Stream.concat(files.stream(), listing.photos().stream().map(o -> new ExportParts.PartFile(
                ExportPart.of(o.name()).orElseThrow(), new InputFile.StoredFile(store, o)))).toList();
    }

    /**
     * The exports of a drop, in the order of their folders. It reads the directory of a zip, and nothing of a folder without missing files.
     *
     * @param time is looked at at each entry of a zip
     * @throws io.github.fixationheatmap.problem.ProblemException if the zip cannot be read or contains no export
     * @throws io.github.fixationheatmap.store.ObjectStore.ObjectChangedException if the zip was replaced after the listing
     */
    public List<Export> find(DropListing listing, TimeCheck time) {
        listing.cutAt().ifPresent(prefix -> {
            throw new Problem(ProblemType.TOO_LARGE, new Location.WholeFile(prefix),
                    "more than " + ObjectStore.MAX_LISTED + " files and folders whose keys begin so",
                    "at most " + ObjectStore.MAX_LISTED + "; move those that are not part of the drop elsewhere").asException();
        });
        return switch (listing.drop()) {
            case Drop.Folder folder -> List.of(inFolder(withPhoto(partFiles(folder, listing.objects()), listing),
                    listing.objects().stream().flatMap(o -> DropLister.misnamed(folder, o).stream()).distinct().toList()));
            case Drop.Zip zip -> inZip(zip, listing, time);
        };
    }

    private List<ExportParts.PartFile> partFiles(Drop.Folder folder, List<StoredObject> objects) {
        return objects.stream().filter(o -> DropLister.part(folder, o).isPresent())
                .map(o -> new ExportParts.PartFile(DropLister.part(folder, o).orElseThrow(),
                        new InputFile.StoredFile(store, o, o.key().substring(folder.key().length()))))
                .toList();
    }

    private static Export inFolder(List<ExportParts.PartFile> files, List<Misnamed> misnamed) {
        return switch (ExportParts.of(files)) {
            case ExportParts.Conflict conflict -> new Export.Refused("", conflict.problem());
            case ExportParts.Grouped parts when !parts.missing().isEmpty() -> fixationsProblem(parts)
                    .<Export>map(problem -> new Export.Refused("", problem))
                    .orElseGet(() -> incomplete(files, parts.missing(), misnamed));
            case ExportParts.Grouped parts -> parts.complete("", Optional.empty(), misnamed);
        };
    }

    private static Export incomplete(List<ExportParts.PartFile> files, List<String> missing, List<Misnamed> misnamed) {
        return files.isEmpty() && misnamed.stream().noneMatch(Misnamed::isCertain)
                ? new Export.Absent("", missing) : new Export.Incomplete("", missing, misnamed);
    }

    private List<Export> inZip(Drop.Zip drop, DropListing listing, TimeCheck time) {
        Map<String, StoredObject> byKey = new TreeMap<>();
        listing.objects().forEach(o -> byKey.put(o.key(), o));
        StoredObject zip = byKey.get(drop.key());
        if (zip == null) {
            return List.of(new Export.Absent("", List.of(drop.key().substring(drop.key().lastIndexOf('/') + 1))));
        }
        MisnamedEntries misnamed = new MisnamedEntries();
        SortedMap<String, List<ExportParts.PartFile>> folders = byFolder(ZipDirectory.read(store, zip, misnamed::add, time));
        if (folders.isEmpty()) {
            throw missing(zip.name(), List.of(FIXATIONS, REFERENCE_IMAGE), misnamed.all()).asException();
        }
        checkFolders(drop, zip, folders.keySet());
        misnamed.withoutExports(folders.keySet());
        byKey.keySet().forEach(key -> Misnamed.besideZip(key).ifPresent(misnamed::addBesideZip));
        Optional<InputFile> options = Optional.ofNullable(byKey.get(DropKeys.siblingOptions(drop)))
                .map(o -> new InputFile.StoredFile(store, o));
        List<Export> exports = new ArrayList<>();
        folders.forEach((folder, files) -> {
            String location = folder.isEmpty() ? zip.name() : zip.name() + "/" + folder;
            exports.add(inZipFolder(location, folders.size() == 1 ? "" : folder, withPhoto(files, listing), options, misnamed.in(folder)));
        });
        return exports;
    }

    /** Refuses zips with too many exports for one invocation, or with folders too long for the keys of results. */
    private static void checkFolders(Drop.Zip drop, StoredObject zip, Set<String> folders) {
        if (folders.size() > MAX_IN_ZIP) {
            throw new Problem(ProblemType.TOO_LARGE, new Location.WholeFile(zip.name()), folders.size() + " exports",
                    "at most " + MAX_IN_ZIP + " exports in one zip").asException();
        }
        folders.stream().filter(folder -> folders.size() > 1 && !DropKeys.results(drop, folder).fitInS3()).findFirst().ifPresent(folder -> {
            throw new Problem(ProblemType.BAD_ZIP, new Location.WholeFile(zip.name()), folder,
                    "folders so short that no key of their results has more than " + ResultKeys.MAX_KEY_BYTES + " bytes").asException();
        });
    }

    private static Export inZipFolder(String location, String folder, List<ExportParts.PartFile> files, Optional<InputFile> options,
            List<Misnamed> misnamed) {
        return switch (ExportParts.of(files)) {
            case ExportParts.Conflict conflict -> new Export.Refused(folder, conflict.problem());
            // No files can be added to a zip.
            case ExportParts.Grouped parts when !parts.missing().isEmpty() ->
                new Export.Refused(folder, fixationsProblem(parts).orElseGet(() -> missing(location, parts.missing(),
                        parts.unfilled(misnamed))));
            case ExportParts.Grouped parts -> parts.complete(folder, options, misnamed);
        };
    }

    /** The problem of the fixations file, if it is there: an unsupported export is refused without waiting for its missing files. */
    private static Optional<Problem> fixationsProblem(ExportParts.Grouped parts) {
        return parts.fixations().flatMap(file -> {
            try {
                FixationTables.check(file);
                return Optional.empty();
            } catch (ProblemException e) {
                // What a table of no known program means, the options may say.
                boolean mayBeTold = parts.hasOptions() && e.problem().type() == ProblemType.MISSING_COLUMN;
                return mayBeTold ? Optional.empty() : Optional.of(e.problem());
            }
        });
    }

    /** Groups entries by folder. Only a folder with fixations or a reference image is an export. */
    private static SortedMap<String, List<ExportParts.PartFile>> byFolder(List<ZipEntryFile> entries) {
        SortedMap<String, List<ExportParts.PartFile>> folders = new TreeMap<>();
        for (ZipEntryFile entry : entries) {
            ExportPart part = ExportPart.of(entry.header().name()).orElseThrow();
            String folder = part.folder().isEmpty() ? "" : part.folder().substring(0, part.folder().length() - 1);
            folders.computeIfAbsent(folder, f -> new ArrayList<>()).add(new ExportParts.PartFile(part, entry));
        }
        // A folder fixations/ with a file of its own right is another export, and not the recordings of the one above.
        folders.forEach((folder, files) -> {
            List<ExportParts.PartFile> below = folders.getOrDefault((folder.isEmpty() ? "" : folder + "/") + RECORDINGS, List.of());
            files.removeIf(f -> f.part().isInRecordingsFolder() && below.stream().anyMatch(b -> b.part().isRequired()
                    && !b.part().isInRecordingsFolder()));
        });
        folders.values().removeIf(files -> files.stream().noneMatch(f -> f.part().isRequired()));
        // The order of a listing in S3: entries of a zip may have any order.
        folders.values().forEach(files -> files.sort(Comparator.comparing(f -> f.part().name())));
        return folders;
    }

    private static Problem missing(String location, List<String> names, List<Misnamed> misnamed) {
        return new Problem(ProblemType.MISSING_FILE, new Location.WholeFile(location), null,
                String.join(" and ", names) + " in one folder" + (misnamed.isEmpty() ? "" : "; " + Misnamed.advice(misnamed)));
    }

    /**
     * The objects of a drop, in the state of a listing. A later read gives this state or fails.
     *
     * @param drop the drop
     * @param objects the objects that are read or might be: a folder's parts of an export and misnamed files, or the
     *     zip and the options beside it
     * @param cutAt the prefix below which too many objects lie for a listing, so that some are not in it
     * @param photos the photo of exports without one of their own, which lies elsewhere; normally at most one
     */
    public record DropListing(Drop drop, List<StoredObject> objects, Optional<String> cutAt, List<StoredObject> photos) {
        public DropListing {
            objects = List.copyOf(objects);
            photos = List.copyOf(photos);
        }

        /** A listing of a drop whose exports have photos of their own. */
        public DropListing(Drop drop, List<StoredObject> objects, Optional<String> cutAt) {
            this(drop, objects, cutAt, List.of());
        }

        private DropListing with(List<StoredObject> found) {
            return new DropListing(drop, objects, cutAt, found);
        }

        /** All objects that results depend on. */
        public List<StoredObject> inputs() {
            return Stream.concat(objects.stream(), photos.stream()).toList();
        }
    }
}
