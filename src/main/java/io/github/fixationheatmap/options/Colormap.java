package io.github.fixationheatmap.options;

/** A colour map of heatmaps. */
public enum Colormap {
    /** Google's rainbow, which Pupil Cloud uses. */
    TURBO("turbo"),
    /** From dark blue to yellow, evenly lighter, for all kinds of colour vision. */
    VIRIDIS("viridis"),
    /** As viridis, and nearly the same with red-green blindness. */
    CIVIDIS("cividis"),
    /** From black over red to light yellow. */
    INFERNO("inferno"),
    /** From dark blue over green to pink. */
    BATLOW("batlow");

    private final String id;

    Colormap(String id) {
        this.id = id;
    }

    /** Its name in options and manifests. */
    public String id() {
        return id;
    }
}
