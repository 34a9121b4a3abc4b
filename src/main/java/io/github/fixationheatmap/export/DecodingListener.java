package io.github.fixationheatmap.export;

import io.github.fixationheatmap.render.Photo;

/** Is told while a picture is decoded which of its rows may be read. Decoders that make all rows at once tell nothing. */
interface DecodingListener {

    /** For whoever waits for the whole picture. */
    DecodingListener NONE = new DecodingListener() {
        @Override
        public void begun(Photo photo) {}

        @Override
        public void arrived(int rows) {}
    };

    /** The upright photo, none of whose rows may be read yet. */
    void begun(Photo photo);

    /**
     * So many rows from the top may be read by now. What this throws ends the decoding.
     */
    void arrived(int rows);
}
