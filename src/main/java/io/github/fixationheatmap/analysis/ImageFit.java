package io.github.fixationheatmap.analysis;

import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.model.Fixation.Mapping;
import io.github.fixationheatmap.model.Warning;
import java.util.Optional;

/**
 * Compares positions in px with the size of the image. They do not fit if the image is a resized copy of the exported one, or another one.
 * The export itself says of each position whether it is on the image.
 */
public final class ImageFit {

    /** The minimum number of fixations from which their extent tells something. */
    private static final int MIN_FIXATIONS = 30;

    private final int width;
    private final int height;
    private long counted;
    private long detected;
    private long detectedOutside;
    private double right;
    private double bottom;

    ImageFit(Grid grid) {
        this.width = grid.width();
        this.height = grid.height();
    }

    void counted(Mapping mapping, double x, double y) {
        counted++;
        if (mapping == Mapping.INSIDE) {
            detected++;
        }
        extend(x, y);
    }

    void outside(Mapping mapping, double x, double y) {
        if (mapping == Mapping.INSIDE) {
            detected++;
            detectedOutside++;
            extend(x, y);
        }
    }

    private void extend(double x, double y) {
        right = Math.max(right, x);
        bottom = Math.max(bottom, y);
    }

    /** What contradicts this image, if more than half of the positions that were detected in the exported image lie outside. */
    public Optional<String> contradiction() {
        return 2 * detectedOutside > detected ? Optional.of(size() + ", and outside of it " + outside()) : Optional.empty();
    }

    /** A warning if the image is probably not the exported one. */
    public Optional<Warning> warning() {
        if (20 * detectedOutside > detected) {
            return Optional.of(new Warning("fixations-outside-image", "Outside of the image (" + size() + ") lie " + outside()
                    + ". Is it the photo in the size that it was exported in?"));
        }
        if (counted >= MIN_FIXATIONS && 2 * right <= width && 2 * bottom <= height) {
            return Optional.of(new Warning("image-too-large", "All " + counted + " fixations lie in the top left quarter of the image ("
                    + size() + "), within " + extent() + ". It may be larger than the photo that was exported."));
        }
        return Optional.empty();
    }

    private String size() {
        return width + " x " + height + " px";
    }

    private String outside() {
        return detectedOutside + " of " + detected + " fixations that the export has as inside; all reach to " + extent();
    }

    private String extent() {
        return Math.round(right) + " x " + Math.round(bottom) + " px";
    }
}
