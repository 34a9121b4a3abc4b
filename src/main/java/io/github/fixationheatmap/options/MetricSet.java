package io.github.fixationheatmap.options;

/** Which metrics the tables have. */
public enum MetricSet {
    /** Those of Pupil Cloud. */
    STANDARD("standard"),
    /** More of them, and a table that sums up the recordings. */
    EXTENDED("extended");

    private final String id;

    MetricSet(String id) {
        this.id = id;
    }

    /** Its name in options and manifests. */
    public String id() {
        return id;
    }
}
