package io.github.fixationheatmap.options;

/** How recordings are weighed against each other. */
public enum Normalization {
    /** Not at all: a longer recording weighs more. */
    NONE("none"),
    /** Each recording's histogram is divided by its sum first: all weigh the same. */
    RECORDING("recording");

    private final String id;

    Normalization(String id) {
        this.id = id;
    }

    /** Its name in options and manifests. */
    public String id() {
        return id;
    }
}
