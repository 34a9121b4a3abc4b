package io.github.fixationheatmap.options;

/** An output that a run makes only if the option {@code outputs} names it. */
public enum ChosenOutput {
    /** The overlay with its colour bar, unit and numbers. */
    FIGURE("figure"),
    /** The fixations in their order, as circles and lines over the reference image. */
    SCANPATH("scanpath"),
    /** The numbers behind the heatmap. */
    HISTOGRAM("histogram");

    private final String id;

    ChosenOutput(String id) {
        this.id = id;
    }

    /** Its name in options and manifests. */
    public String id() {
        return id;
    }
}
