package io.github.fixationheatmap.drop;

/** What a person dropped into the inbox: the unit of work. */
public sealed interface Drop {

    /** The bucket it lies in. */
    String bucket();

    /** The key under which people know it. */
    String key();

    /**
     * A folder with the files of one export.
     *
     * @param bucket the bucket it lies in
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
     * @param bucket the bucket it lies in
     * @param key its key, ending in {@code .zip}
     */
    record Zip(String bucket, String key) implements Drop {
        public Zip {
            if (!key.startsWith(DropKeys.INBOX) || !DropKeys.isZip(key)) {
                throw new IllegalArgumentException("no zip of the inbox: " + key);
            }
        }

        /** What its siblings' keys begin with: its own key up to the dot, the dot included. */
        public String stem() {
            return key.substring(0, key.length() - "zip".length());
        }
    }
}
