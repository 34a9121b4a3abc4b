package io.github.fixationheatmap.options;

/** From when the time to first fixation counts. */
public enum TimeOrigin {
    /** The start of the section. */
    SECTION("section"),
    /** The start of the recording, which the drop has to tell. */
    RECORDING("recording");

    private final String id;

    TimeOrigin(String id) {
        this.id = id;
    }

    /** Its name in options and manifests. */
    public String id() {
        return id;
    }
}
