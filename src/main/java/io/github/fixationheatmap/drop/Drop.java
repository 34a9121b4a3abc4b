package io.github.fixationheatmap.drop;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One upload to the inbox: a folder or a zip file. */
public sealed interface Drop {

    /** Its bucket. */
    String bucket();

    /** Its key, as the user sees it. */
    String key();

    /**
     * A folder with the files of one export.
     *
     * @param bucket its bucket
     * @param key its key, ending in a slash
     */
    record Folder(String bucket, String key) implements Drop {
        public Folder {
            if (!key.startsWith(DropKeys.INBOX) || !key.endsWith("/")) {
                throw new IllegalArgumentException("no folder of the inbox: " + key);
            }
        }
    }

    /**
     * A zip file with one export or several.
     *
     * @param bucket its bucket
     * @param key its key, ending in {@code .zip}
     */
    record Zip(String bucket, String key) implements Drop {
        public Zip {
            if (!key.startsWith(DropKeys.INBOX) || !DropKeys.isZip(key)) {
                throw new IllegalArgumentException("no zip of the inbox: " + key);
            }
        }

        /** The common prefix of the keys of the zip and of files beside it: the zip's key up to and including the dot. */
        public String stem() {
            return key.substring(0, key.length() - "zip".length());
        }
    }

    /**
     * A drop's name in the API: its path below the inbox. {@code study/kitchen} is the folder or the zip of that name,
     * {@code study/kitchen/} is the folder, and {@code study/kitchen.zip} is the zip.
     *
     * @param text the name as the user gave it; {@link #validationError} finds no error in it
     */
    record DropName(String text) {

        /** The maximum length in bytes of UTF-8. With its prefix and file name a key stays below the 1,024 bytes of S3. */
        public static final int MAX_BYTES = 900;

        /** The kind of drop that a name stands for. */
        public enum Kind { FOLDER, ZIP, EITHER }

        public DropName {
            validationError(text).ifPresent(expected -> {
                throw new IllegalArgumentException("expected " + expected);
            });
        }

        /** The rule that a text breaks as a name, as the end of "expected ..."; empty if it is a valid name. */
        public static Optional<String> validationError(String text) {
            if (text.isEmpty() || text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
                return Optional.of("a drop's path of 1 to " + MAX_BYTES + " bytes of UTF-8");
            }
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(text) || text.codePoints().anyMatch(Character::isISOControl)) {
                return Optional.of("a drop's path of whole characters, none of them a control character");
            }
            String path = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
            // The results of a zip lie under its name without the extension.
            String results = DropKeys.isZip(text) ? path.substring(0, path.lastIndexOf('.')) : path;
            if (List.of(path.split("/", -1)).contains("") || DropKeys.hasDotSegment(path) || DropKeys.hasDotSegment(results)) {
                return Optional.of("a drop's path below the inbox, without an empty, . or .. segment");
            }
            if (path.equals(DropKeys.ON_DEMAND) || path.startsWith(DropKeys.ON_DEMAND + "/")) {
                return Optional.of("a drop's path that does not begin with " + DropKeys.ON_DEMAND);
            }
            return Optional.empty();
        }

        /** The kind of drop that this name stands for. */
        public Kind kind() {
            return text.endsWith("/") ? Kind.FOLDER : DropKeys.isZip(text) ? Kind.ZIP : Kind.EITHER;
        }

        /** The name without a slash at its end. */
        String path() {
            return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        }
    }
}
