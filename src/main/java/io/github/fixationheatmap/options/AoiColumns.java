package io.github.fixationheatmap.options;

import java.util.List;

/** What the tables call the columns of a label. */
public enum AoiColumns {
    /** As Pupil Cloud does since 2026. */
    LABEL("label", "label id", "aoi label"),
    /** As it did before. */
    AOI("aoi", "aoi id", "aoi name");

    private final String id;
    private final String idColumn;
    private final String nameColumn;

    AoiColumns(String id, String idColumn, String nameColumn) {
        this.id = id;
        this.idColumn = idColumn;
        this.nameColumn = nameColumn;
    }

    /** Its name in options and manifests. */
    public String id() {
        return id;
    }

    /** The header of {@code aoi_fixations.csv}. */
    public List<String> fixations() {
        return List.of(idColumn, nameColumn, "section id", "recording id", "fixation id", "fixation duration [ms]");
    }

    /** What identifies a row of {@code aoi_metrics.csv}. */
    public List<String> metrics() {
        return List.of(idColumn, "recording id", "recording name", nameColumn);
    }

    /** What identifies a row of {@code aoi_summary.csv}. */
    public List<String> summary() {
        return List.of(idColumn, nameColumn);
    }
}
