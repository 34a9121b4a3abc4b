package io.github.fixationheatmap.pipeline.timing;

import java.util.Locale;

/** The stages of a run, in their order. */
public enum Stage {
    /** The drop is listed, of a zip its directory read, and a look taken at the results that there are. */
    FIND,
    /** Options, the picture's header, sections, AOIs. */
    READ,
    /** The fixations, row by row; then what all of them tell, such as each recording's time origin. */
    COUNT,
    /** From the histogram to a value for each pixel. */
    BLUR,
    /** What is left of the photo is decoded, both pictures and the tables are made. */
    RENDER,
    /** Results go to the store. */
    WRITE;

    /** Its name in logs and metrics. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
