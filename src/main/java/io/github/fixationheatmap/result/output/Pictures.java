package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.draw.figure.Bitmap;
import io.github.fixationheatmap.draw.figure.FigurePage.Size;
import io.github.fixationheatmap.draw.figure.ScaledRows;
import io.github.fixationheatmap.draw.figure.Scanpaths;
import io.github.fixationheatmap.draw.render.ColourScale;
import io.github.fixationheatmap.draw.render.HeatBitmap;
import io.github.fixationheatmap.model.ImageRows;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a run that several outputs show. Each is made once, by the first output that needs it. Not thread-safe.
 */
public final class Pictures {

    private final Analysis analysis;
    private final ImageRows image;
    private @Nullable Bitmap photo;
    private @Nullable Bitmap heat;
    private @Nullable Scanpaths scanpaths;

    /**
     * @param analysis the numbers
     * @param image the reference image, whose rows may still be decoded while they are read
     */
    public Pictures(Analysis analysis, ImageRows image) {
        this.analysis = analysis;
        this.image = image;
    }

    /** The rows of the reference image. */
    public ImageRows image() {
        return image;
    }

    /** The size of the reference image. */
    public Size size() {
        return new Size(image.width(), image.height());
    }

    /** What value gets which colour. */
    public ColourScale colours() {
        return ColourScale.of(analysis.setup().options().figures());
    }

    /** The photo for figures: the reference image, made smaller if it is larger than pictures of figures are. */
    public Bitmap photo() {
        if (photo == null) {
            photo = new PhotoBitmap(ScaledRows.of(image, size().longerSideInPixels()));
        }
        return photo;
    }

    /**
     * The scanpaths: whether they can be drawn is found out before any output is made.
     *
     * @param paths the fixations of all selected recordings
     */
    Scanpaths scanpaths(Supplier<List<Scanpaths.Path>> paths) {
        if (scanpaths == null) {
            scanpaths = new Scanpaths(size(), paths.get(), analysis.setup().options().figures().scanpath().numbers());
        }
        return scanpaths;
    }

    /** The heatmap for figures, as large as a figure's picture. */
    public Bitmap heat() {
        if (heat == null) {
            int pixels = size().longerSideInPixels();
            int longer = Math.max(image.width(), image.height());
            heat = HeatBitmap.of(analysis.field().resized(
                    ScaledRows.side(image.width(), pixels, longer), ScaledRows.side(image.height(), pixels, longer)), colours());
        }
        return heat;
    }
}
