package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.draw.figure.FigurePage.Size;
import io.github.fixationheatmap.draw.render.ColourScale;
import io.github.fixationheatmap.draw.render.HeatBitmap;
import io.github.fixationheatmap.draw.render.ScaledRows;
import io.github.fixationheatmap.draw.vector.Bitmap;
import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.result.format.PhotoBitmap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a run that several outputs show. Each is made once, by the first output that needs it. Not thread-safe.
 */
public final class Pictures {

    private final Analysis analysis;
    private final ImageRows image;
    private final Map<Class<?>, Object> made = new HashMap<>();
    private @Nullable PhotoBitmap photo;
    private @Nullable Bitmap heat;

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

    /** The time that long loops look at. */
    TimeCheck time() {
        return analysis.setup().time();
    }

    /** What value gets which colour. */
    public ColourScale colours() {
        return ColourScale.of(analysis.setup().options().figures());
    }

    /** The photo for figures: the reference image, made smaller if it is larger than pictures of figures are. */
    PhotoBitmap photo() {
        if (photo == null) {
            photo = PhotoBitmap.of(image, size().longerSideInPixels(), time());
        }
        return photo;
    }

    /** What several outputs show of the analysis, by its class; it is made when it is first needed. */
    <T> T once(Class<T> type, Supplier<T> make) {
        return type.cast(made.computeIfAbsent(type, t -> make.get()));
    }

    /** The heatmap for figures, as large as a figure's picture. */
    public Bitmap heat() {
        if (heat == null) {
            int pixels = size().longerSideInPixels();
            int longer = Math.max(image.width(), image.height());
            heat = HeatBitmap.of(analysis.field().resized(
                    ScaledRows.side(image.width(), pixels, longer), ScaledRows.side(image.height(), pixels, longer)), colours(), time());
        }
        return heat;
    }
}
