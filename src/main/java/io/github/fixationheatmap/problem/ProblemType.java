package io.github.fixationheatmap.problem;

/** The kinds of problem, each with a stable identifier (the {@code type} of RFC 9457) and a title. */
public enum ProblemType {
    MISSING_FILE("missing-file", "A file that is needed is not there"),
    AMBIGUOUS_FILES("ambiguous-files", "Several files claim the same part"),
    UNSUPPORTED_EXPORT("unsupported-export", "This kind of export has no reference image to draw on"),
    MISSING_COLUMN("missing-column", "A column that is needed is not there"),
    AMBIGUOUS_COLUMN("ambiguous-column", "A column is there twice"),
    BAD_ROW("bad-row", "A row does not fit its header"),
    BAD_VALUE("bad-value", "A value is not what belongs there"),
    BAD_OPTION("bad-option", "An option is unknown or has a wrong value"),
    BAD_JSON("bad-json", "A file is not valid JSON"),
    UNKNOWN_AOI_FORMAT("unknown-aoi-format", "A file with areas of interest is in no format that is understood"),
    BAD_AOI("bad-aoi", "An area of interest is not what belongs there"),
    OTHER_PICTURE("other-picture", "Areas of interest were drawn on a picture of another shape"),
    OTHER_SIZE("other-size", "Fixations were exported for a picture of another size"),
    BAD_TEXT("bad-text", "A file is not text in UTF-8"),
    BAD_PICTURE("bad-picture", "A picture cannot be read"),
    BAD_ZIP("bad-zip", "A zip file cannot be read"),
    RESERVED_NAME("reserved-name", "A drop has a name that is kept for something else"),
    DROP_CHANGED("drop-changed", "A drop is no longer what it was when results were asked for"),
    TOO_LARGE("too-large", "An input is larger than the limit");

    private final String id;
    private final String title;

    ProblemType(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The stable URI of this kind of problem. */
    public String uri() {
        return "urn:fixation-heatmap:problem:" + id;
    }

    public String title() {
        return title;
    }
}
