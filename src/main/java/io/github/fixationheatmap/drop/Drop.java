package io.github.fixationheatmap.drop;

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
}
