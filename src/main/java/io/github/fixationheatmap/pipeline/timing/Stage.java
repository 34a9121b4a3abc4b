package io.github.fixationheatmap.pipeline.timing;

import java.util.Locale;

/** The stages of a run, in their order. */
public enum Stage {
    /** Lists the drop, reads a zip's directory, and looks at existing results. */
    FIND,
    /** Reads options, the image's header, sections and AOIs. */
    READ,
    /** Reads and counts the fixations; then finds each recording's time origin. */
    COUNT,
    /** Computes a value for each pixel from the histogram. */
    BLUR,
    /** Decodes the rest of the image, and makes images and tables. */
    RENDER,
    /** Writes the results to the store. */
    WRITE;

    /** Its name in logs and metrics. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
