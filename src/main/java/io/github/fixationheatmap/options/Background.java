package io.github.fixationheatmap.options;

import io.github.fixationheatmap.analysis.aoi.StableId;

/** What becomes of fixations that lie in no AOI. */
public enum Background {
    /** Nothing: the tables do not speak of them. */
    LEFT_OUT,
    /**
     * They make up an AOI of their own, {@value #NAME}, listed last. There is none where no AOI is defined: it would be the whole image.
     */
    LISTED;

    /** Its name and its label. */
    public static final String NAME = "background";

    /** Its id. */
    public static final String ID = StableId.of(NAME);
}
