package io.github.fixationheatmap.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fixationheatmap.result.output.Outputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What lies in the results bucket for one drop.
 *
 * @param prefix what the keys of all results begin with
 * @param byExport the bytes of each file by its name, which may have folders, for each export by its folder: empty, or ending in a slash
 */
record Results(String prefix, SortedMap<String, SortedMap<String, byte[]>> byExport) {

    /** What a finished run leaves last. */
    static final String MANIFEST = "manifest.json";

    /** What a refused one leaves. */
    static final String ERROR = "error.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Everything under the prefix. */
    static Results fetch(S3Client s3, String bucket, String prefix) {
        List<String> paths = s3.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix)).contents().stream().map(S3Object::key)
                .map(key -> key.substring(prefix.length())).toList();
        SortedMap<String, SortedMap<String, byte[]>> found = new TreeMap<>();
        for (String path : paths) {
            String export = export(path, paths);
            byte[] bytes = s3.getObjectAsBytes(r -> r.bucket(bucket).key(prefix + path)).asByteArray();
            found.computeIfAbsent(export, f -> new TreeMap<>()).put(path.substring(export.length()), bytes);
        }
        return new Results(prefix, found);
    }

    /** The folder of the export that a file belongs to: the nearest one with a manifest or an error, or else its own. */
    private static String export(String path, List<String> paths) {
        String own = path.substring(0, path.lastIndexOf('/') + 1);
        for (String folder = own; !paths.contains(folder + MANIFEST) && !paths.contains(folder + ERROR);) {
            if (folder.isEmpty()) {
                return own;
            }
            folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
            if (Outputs.isFileName(path.substring(folder.length()))) {
                return folder;
            }
        }
        return own;
    }

    /** Writes the files below a folder, in place of what an earlier run left there. */
    void write(Path out) throws IOException {
        clear(out);
        for (var export : byExport.entrySet()) {
            Path folder = below(out, export.getKey());
            clear(folder);
            for (var file : export.getValue().entrySet()) {
                Path path = below(folder, file.getKey());
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                Files.write(path, file.getValue());
            }
        }
    }

    private static Path below(Path out, String name) {
        Path path = out.resolve(name).normalize();
        if (!path.startsWith(out)) {
            throw new LocalRefusal("results that would leave the folder " + out + ": " + name);
        }
        return path;
    }

    private static void clear(Path folder) throws IOException {
        List<String> names = new ArrayList<>(Outputs.fileNames());
        names.addAll(List.of(MANIFEST, ERROR));
        for (String sub : Outputs.folders()) {
            if (Files.isDirectory(folder.resolve(sub))) {
                try (Stream<Path> files = Files.walk(folder.resolve(sub))) {
                    files.map(file -> folder.relativize(file).toString().replace('\\', '/')).filter(Outputs::isFileName)
                            .forEach(names::add);
                }
            }
        }
        for (String name : names) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    /** One export's JSON file, or an empty object where there is none. */
    JsonNode json(String export, String file) throws IOException {
        byte[] bytes = files(export).get(file);
        return bytes == null ? MAPPER.createObjectNode() : MAPPER.readTree(bytes);
    }

    /** The files of an export that a finished run would have left and that are not there. */
    List<String> missing(String export) throws IOException {
        List<String> names = new ArrayList<>(List.of(MANIFEST));
        json(export, MANIFEST).path("outputs")
                .forEach(output -> names.add(output.path("key").asText().substring((prefix + export).length())));
        return names.stream().filter(name -> !has(export, name)).toList();
    }

    private Map<String, byte[]> files(String export) {
        return byExport.getOrDefault(export, new TreeMap<>());
    }

    /** Whether an export has a file. */
    boolean has(String export, String file) {
        return files(export).containsKey(file);
    }

    /** Whether an export was refused. */
    boolean isRefused(String export) {
        return has(export, ERROR);
    }
}
