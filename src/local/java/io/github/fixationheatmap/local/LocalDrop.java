package io.github.fixationheatmap.local;

import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.ExportPart;
import io.github.fixationheatmap.drop.ExportPart.FileRole;
import io.github.fixationheatmap.drop.Misnamed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/** Uploads an export as a person would drop it: the files of a folder that matter, or a zip as it is. */
final class LocalDrop {

    private static final int MAX_LIST = 10;
    private static final long MAX_SMALL_FILE = 64 << 20;

    private final S3Client s3;
    private final String bucket;

    LocalDrop(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** Uploads, and gives the key of the object whose arrival starts the work. */
    String upload(Arguments arguments) throws IOException {
        SequencedMap<String, Path> objects = arguments.isZip() ? zip(arguments) : folder(arguments.export());
        String prefix = DropKeys.INBOX + (arguments.isZip() ? "" : arguments.name() + "/");
        for (Map.Entry<String, Path> object : objects.entrySet()) {
            s3.putObject(r -> r.bucket(bucket).key(prefix + object.getKey()), object.getValue());
        }
        return prefix + objects.lastEntry().getKey();
    }

    /** A zip's options may lie beside it. If they have a wrong name, the results name them. */
    private static SequencedMap<String, Path> zip(Arguments arguments) throws IOException {
        TreeMap<String, Path> objects = new TreeMap<>();
        String options = arguments.name() + "." + FileRole.OPTIONS_NAME;
        Path sibling = arguments.export().resolveSibling(options);
        if (Files.isRegularFile(sibling)) {
            objects.put(options, sibling);
        } else {
            for (Path file : files(arguments.export().resolveSibling(""), name -> isMeant(options, name))) {
                objects.put(String.valueOf(file.getFileName()), file);
            }
        }
        objects.put(arguments.name() + ".zip", arguments.export());
        return objects;
    }

    private static boolean isMeant(String options, String name) {
        return Misnamed.besideZip(name).filter(m -> m.meant().equals(options)).isPresent();
    }

    private static SequencedMap<String, Path> folder(Path folder) throws IOException {
        // The fixations come last: their arrival is the one that finds all the others there.
        TreeMap<String, Path> objects = new TreeMap<>(LocalDrop::fixationsLast);
        for (Path file : files(folder, name -> FileRole.of(name).isPresent())) {
            objects.put(String.valueOf(file.getFileName()), file);
        }
        for (String subfolder : ExportPart.SUBFOLDERS) {
            for (Path file : files(folder.resolve(subfolder), name -> belongs(subfolder + name))) {
                if (isFixations(subfolder + file.getFileName()) || Files.size(file) <= MAX_SMALL_FILE) {
                    objects.put(subfolder + file.getFileName(), file);
                }
            }
        }
        if (objects.keySet().stream().noneMatch(LocalDrop::isFixations)) {
            throw new LocalRefusal(noExport(folder));
        }
        if (objects.values().stream().noneMatch(LocalDrop::isReferenceImage)) {
            throw new LocalRefusal("no reference_image.jpeg, .jpg or .png in this folder: " + folder
                    + meant(folder, FileRole.REFERENCE_IMAGE));
        }
        // They are not read, but the results name them.
        for (Map.Entry<String, Path> file : misnamed(folder).entrySet()) {
            if (Files.size(file.getValue()) <= MAX_SMALL_FILE) {
                objects.put(file.getKey(), file.getValue());
            }
        }
        return objects;
    }

    /** Whether a file in a subfolder is part of the export, and not of another one in that folder. */
    private static boolean belongs(String path) {
        return ExportPart.of(path).filter(part -> part.folder().isEmpty()).isPresent();
    }

    /** The files of an export's folder that are not read, by name: gaze and video, which are large, and whatever is misspelt. */
    static String unread(Arguments arguments) throws IOException {
        return arguments.isZip() ? "" : named(files(arguments.export(), name -> FileRole.of(name).isEmpty()));
    }

    private static String named(List<Path> files) {
        List<String> names = files.stream().map(f -> String.valueOf(f.getFileName())).sorted().toList();
        int more = names.size() - MAX_LIST;
        return more <= 0 ? String.join(", ", names) : String.join(", ", names.subList(0, MAX_LIST)) + " and " + more + " more";
    }

    private static boolean isFixations(String path) {
        return ExportPart.of(path).filter(part -> part.role() == FileRole.FIXATIONS).isPresent();
    }

    private static boolean isReferenceImage(Path file) {
        return FileRole.of(String.valueOf(file.getFileName())).filter(r -> r == FileRole.REFERENCE_IMAGE).isPresent();
    }

    private static int fixationsLast(String a, String b) {
        int order = Boolean.compare(isFixations(a), isFixations(b));
        return order == 0 ? a.compareTo(b) : order;
    }

    private static List<Path> files(Path folder, Predicate<String> named) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).filter(f -> named.test(String.valueOf(f.getFileName()))).toList();
        }
    }

    /** Files that were perhaps meant: names count to the letter, on S3 as here. */
    private static String meant(Path folder, FileRole role) throws IOException {
        List<Misnamed> misnamed = misnamed(folder).keySet().stream().flatMap(path -> Misnamed.of(path).stream())
                .filter(m -> m.role() == role).distinct().toList();
        return misnamed.isEmpty() ? "" : "; " + Misnamed.advice(misnamed);
    }

    /** Files with wrong names, and those in folders with wrong names, by their paths in the export's folder. */
    private static SequencedMap<String, Path> misnamed(Path folder) throws IOException {
        TreeMap<String, Path> found = new TreeMap<>();
        for (Path file : files(folder, name -> Misnamed.of(name).isPresent())) {
            found.put(String.valueOf(file.getFileName()), file);
        }
        for (Path subfolder : subfolders(folder)) {
            String prefix = subfolder.getFileName() + "/";
            boolean isOther = !files(subfolder, name -> ExportPart.of(name).filter(ExportPart::isRequired).isPresent()).isEmpty();
            if (Misnamed.isFolder(prefix) && !isOther) {
                for (Path file : files(subfolder, name -> Misnamed.of(prefix + name).isPresent())) {
                    found.put(prefix + file.getFileName(), file);
                }
            }
        }
        return found;
    }

    private static List<Path> subfolders(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(e -> Files.isDirectory(e, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
        }
    }

    private static String noExport(Path folder) throws IOException {
        List<String> inside = new ArrayList<>();
        for (Path entry : subfolders(folder)) {
            if (!files(entry, LocalDrop::isFixations).isEmpty()) {
                inside.add(entry.toString());
            }
        }
        String hint = inside.isEmpty() ? meant(folder, FileRole.FIXATIONS) : "; did you mean " + String.join(" or ", inside) + "?";
        return "no export in this folder, which has no fixations.csv: " + folder + hint;
    }
}
