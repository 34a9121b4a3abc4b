package io.github.fixationheatmap.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fixationheatmap.result.output.Outputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What lies in the results bucket for one drop.
 *
 * @param byExport the bytes of each file by its name, for each export by its folder: empty, or ending in a slash
 */
record Results(SortedMap<String, SortedMap<String, byte[]>> byExport) {

    /** What a finished run leaves last. */
    static final String MANIFEST = "manifest.json";

    /** What a refused one leaves. */
    static final String ERROR = "error.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Everything under the prefix. */
    static Results fetch(S3Client s3, String bucket, String prefix) {
        SortedMap<String, SortedMap<String, byte[]>> found = new TreeMap<>();
        for (S3Object object : s3.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix)).contents()) {
            String path = object.key().substring(prefix.length());
            int name = path.lastIndexOf('/') + 1;
            byte[] bytes = s3.getObjectAsBytes(r -> r.bucket(bucket).key(object.key())).asByteArray();
            found.computeIfAbsent(path.substring(0, name), f -> new TreeMap<>()).put(path.substring(name), bytes);
        }
        return new Results(found);
    }

    /** Writes the files below a folder, in place of what an earlier run left there. */
    void write(Path out) throws IOException {
        clear(out);
        for (var export : byExport.entrySet()) {
            Path folder = out.resolve(export.getKey()).normalize();
            if (!folder.startsWith(out)) {
                throw new LocalRefusal("results that would leave the folder " + out + ": " + export.getKey());
            }
            clear(folder);
            Files.createDirectories(folder);
            for (var file : export.getValue().entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        List<String> names = new ArrayList<>(Outputs.fileNames());
        names.addAll(List.of(MANIFEST, ERROR));
        for (String name : names) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    /** One export's JSON file, or an empty object where there is none. */
    JsonNode json(String export, String file) throws IOException {
        byte[] bytes = byExport.getOrDefault(export, new TreeMap<>()).get(file);
        return bytes == null ? MAPPER.createObjectNode() : MAPPER.readTree(bytes);
    }

    /** The files of an export that a finished run would have left and that are not there. */
    List<String> missing(String export) throws IOException {
        List<String> names = new ArrayList<>(List.of(MANIFEST));
        json(export, MANIFEST).path("outputs").forEach(output -> names.add(output.path("key").asText().replaceFirst(".*/", "")));
        return names.stream().filter(f -> !byExport.getOrDefault(export, new TreeMap<>()).containsKey(f)).toList();
    }

    /** Whether an export has a file. */
    boolean has(String export, String file) {
        return byExport.getOrDefault(export, new TreeMap<>()).containsKey(file);
    }

    /** Whether an export was refused. */
    boolean isRefused(String export) {
        return has(export, ERROR);
    }
}
