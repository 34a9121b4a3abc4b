package io.github.fixationheatmap.options;

/** What a fixation adds to its bin. */
public enum Weight {
    /** 1 each. */
    COUNT("count", "fixations"),
    /** Its duration in ms. */
    DURATION("duration", "ms of fixation");

    private final String id;
    private final String unit;

    Weight(String id, String unit) {
        this.id = id;
        this.unit = unit;
    }

    /** Its name in options and manifests. */
    public String id() {
        return id;
    }

    /** The unit that a bin counts in. */
    public String unit() {
        return unit;
    }
}
