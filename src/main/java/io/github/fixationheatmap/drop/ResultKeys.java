package io.github.fixationheatmap.drop;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * The keys of one export's results.
 *
 * @param prefix their common prefix: empty, or ending in a slash
 */
public record ResultKeys(String prefix) {

    /** The maximum length of an S3 key, in bytes of UTF-8. */
    public static final int MAX_KEY_BYTES = 1_024;

    /** Bytes that are kept free behind a prefix for the name of an output's file. */
    public static final int MAX_NAME_BYTES = 64;

    public ResultKeys {
        if (!prefix.isEmpty() && !prefix.endsWith("/")) {
            throw new IllegalArgumentException("no prefix of results: " + prefix);
        }
    }

    /** Whether S3 takes all of them: the prefix, and names of up to {@value #MAX_NAME_BYTES} bytes. */
    public boolean fitInS3() {
        return fitsInS3(prefix + "-".repeat(MAX_NAME_BYTES));
    }

    /** Whether S3 takes the keys of these files. */
    public boolean fitInS3(Collection<String> fileNames) {
        return fileNames.stream().allMatch(name -> fitsInS3(of(name)));
    }

    static boolean fitsInS3(String key) {
        return key.getBytes(StandardCharsets.UTF_8).length <= MAX_KEY_BYTES;
    }

    /** The key of an output's file. */
    public String of(String fileName) {
        return prefix + fileName;
    }

    /** The name of a file with this key, below the prefix. */
    public String name(String key) {
        return key.substring(prefix.length());
    }

    /** The keys of the documents: manifest, error, and what was waited for. */
    public List<String> documents() {
        return List.of(manifest(), error(), waiting());
    }

    public String manifest() {
        return prefix + "manifest.json";
    }

    public String error() {
        return prefix + "error.json";
    }

    /** The key of what an export waits for, where a file has perhaps the wrong name. It is no result. */
    public String waiting() {
        return prefix + "waiting.json";
    }
}
