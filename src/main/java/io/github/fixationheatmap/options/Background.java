package io.github.fixationheatmap.options;

/** How fixations that lie in no AOI are treated. */
public enum Background {
    /** The tables leave them out. */
    LEFT_OUT,
    /**
     * They form an AOI of their own, {@value #NAME}, which is listed last. Without any other AOI it is not listed: it would be the whole
     * image.
     */
    LISTED;

    /** The name and the label of the background. */
    public static final String NAME = "background";
}
