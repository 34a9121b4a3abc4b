package io.github.fixationheatmap.read.image;

import io.github.fixationheatmap.model.ImageRows;

/** Is told while a picture is decoded which of its rows may be read. Decoders that make all rows at once tell nothing. */
public interface DecodingListener {

    /** For whoever waits for the whole picture. */
    DecodingListener NONE = new DecodingListener() {
        @Override
        public void begun(ImageRows photo) {}

        @Override
        public void arrived(int rows) {}
    };

    /** The upright photo, none of whose rows may be read yet. */
    void begun(ImageRows photo);

    /**
     * So many rows from the top may be read by now. What this throws ends the decoding.
     */
    void arrived(int rows);
}
