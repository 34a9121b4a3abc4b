package io.github.fixationheatmap.model;

/** Receives the fixations of the selected recordings, in the order of the file. */
public interface FixationListener {

    /**
     * A fixation was counted.
     *
     * @param x px from the image's left edge, 0 to its width
     * @param y px from the image's top edge, 0 to its height
     */
    void counted(Fixation fixation, double x, double y);

    /**
     * A fixation was left out, because it lies outside the image, at a known position. It counts as any other left out by default.
     *
     * @param x px from the image's left edge, any number
     * @param y px from the image's top edge, any number
     */
    default void outside(Fixation fixation, double x, double y) {
        leftOut(fixation);
    }

    /** A fixation was left out, because it was not mapped, or lies outside the image at an unknown position. */
    void leftOut(Fixation fixation);
}
