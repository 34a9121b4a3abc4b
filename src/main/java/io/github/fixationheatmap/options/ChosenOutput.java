package io.github.fixationheatmap.options;

/** An output that a run makes only if the option {@code outputs} names it. */
public enum ChosenOutput {
    /** The overlay with its colour bar, unit and numbers. */
    FIGURE("figure"),
    /** The areas of interest over the reference image, coloured by a number of their labels. */
    AOI_HEATMAP("aoi-heatmap"),
    /** Bars of a number of each label, and the table of these numbers. */
    AOI_BARS("aoi-bars");

    private final String id;

    ChosenOutput(String id) {
        this.id = id;
    }

    /** Its name in options and manifests. */
    public String id() {
        return id;
    }
}
