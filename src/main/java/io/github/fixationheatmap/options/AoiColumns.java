package io.github.fixationheatmap.options;

/** What the tables call the columns of a label. */
public enum AoiColumns {
    /** As Pupil Cloud does since 2026. */
    LABEL("label", "label id", "aoi label"),
    /** As it did before. */
    AOI("aoi", "aoi id", "aoi name");

    private final String id;
    private final String labelId;
    private final String labelName;

    AoiColumns(String id, String labelId, String labelName) {
        this.id = id;
        this.labelId = labelId;
        this.labelName = labelName;
    }

    /** Its name in options and manifests. */
    public String id() {
        return id;
    }

    /** The column of a label's id. */
    public String labelId() {
        return labelId;
    }

    /** The column of a label's name. */
    public String labelName() {
        return labelName;
    }
}
