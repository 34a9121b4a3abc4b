package io.github.fixationheatmap.draw.render;

import io.github.fixationheatmap.analysis.grid.ScalarField;
import io.github.fixationheatmap.draw.png.Png;
import io.github.fixationheatmap.draw.png.Strip;
import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.model.Workers;
import java.util.function.IntFunction;

/**
 * Renders both images in one pass over strips of rows: the values of a strip are computed once, then blended, filtered and
 * compressed while they are in the cache. Strips are rendered in parallel. Their size depends on the image alone, so the same
 * input gives the same bytes on any machine. Only a few strips are held in memory beside the result.
 */
public final class Renderer {
    /** Filtered bytes of the overlay in a strip: together with their compressed form they fit into the cache of one core. */
    private static final int STRIP_BYTES = 192 * 1024;
    /** For wider rows the size of the compressed form, and four times a frequency, could overflow an int. */
    private static final int MAX_WIDTH = 1 << 27;
    private static final int[] NO_LINES = {};

    private final ScalarField field;
    private final ImageRows image;
    private final ColourScale scale;
    private final IntFunction<int[]> lines;
    private final int width;
    private final int height;
    private final int rowsPerStrip;

    private Renderer(ScalarField field, ImageRows image, ColourScale scale, IntFunction<int[]> lines) {
        this.field = field;
        this.image = image;
        this.scale = scale;
        this.lines = lines;
        this.width = field.width();
        this.height = field.height();
        this.rowsPerStrip = Math.clamp(STRIP_BYTES / (1 + 3 * width), 1, height);
    }

    /**
     * Renders a field over its reference image.
     *
     * @throws IllegalArgumentException if the field and the image have different sizes, or are too wide
     */
    public static HeatmapImages render(ScalarField field, ImageRows image, ColourScale scale) {
        return render(field, image, scale, y -> NO_LINES);
    }

    /**
     * As the other {@code render}, with lines over the overlay.
     *
     * @param lines the lines of a row, such as {@link BinOutlines#row}; called by several threads
     */
    public static HeatmapImages render(ScalarField field, ImageRows image, ColourScale scale, IntFunction<int[]> lines) {
        if (field.width() != image.width() || field.height() != image.height()) {
            throw new IllegalArgumentException("a field of " + field.width() + " x " + field.height() + " px over an image of "
                    + image.width() + " x " + image.height() + " px");
        }
        if (field.width() > MAX_WIDTH) {
            throw new IllegalArgumentException("at most " + MAX_WIDTH + " px wide, not " + field.width());
        }
        return new Renderer(field, image, scale, lines).images();
    }

    private HeatmapImages images() {
        int count = (height - 1) / rowsPerStrip + 1;
        Png.Assembler heatmap = new Png.Assembler(Png.Chunks.palette(width, height, scale.palette(), scale.alphas()), count);
        Png.Assembler overlay = new Png.Assembler(Png.Chunks.rgb(width, height), count);
        Workers.forEach(count, () -> {
            StripRenderer strips = new StripRenderer();
            return number -> {
                strips.render(number);
                heatmap.put(number, strips.heatmap(number));
                overlay.put(number, strips.overlay(number));
            };
        });
        return new HeatmapImages(heatmap.finish(), overlay.finish());
    }

    /** Renders strips of both images, one after the other. Arrays are reused, which saves a quarter of the allocations. */
    private final class StripRenderer {
        private final OverlayBlender blend = new OverlayBlender(width, scale);
        private final float[] values = new float[width];
        private final byte[] pixels = new byte[3 * width];
        private final byte[] heatmap = new byte[rowsPerStrip * (1 + width)];
        private final byte[] overlay = new byte[rowsPerStrip * (1 + 3 * width)];
        private final Strip.Compressor compressor = new Strip.Compressor(overlay.length);

        private int rows(int number) {
            return Math.min(rowsPerStrip, height - number * rowsPerStrip);
        }

        void render(int number) {
            for (int y = 0; y < rows(number); y++) {
                field.row(number * rowsPerStrip + y, values);
                image.row(number * rowsPerStrip + y, pixels);
                blend.row(values, pixels, heatmap, y * (1 + width), overlay, y * (1 + 3 * width),
                        lines.apply(number * rowsPerStrip + y));
            }
        }

        Strip heatmap(int number) {
            return compressor.compress(heatmap, rows(number) * (1 + width), 1 + width, number == 0);
        }

        Strip overlay(int number) {
            return compressor.compress(overlay, rows(number) * (1 + 3 * width), 1 + 3 * width, number == 0);
        }
    }

    /**
     * The two images of a run, of the reference image's size.
     *
     * @param heatmap the heatmap alone, a palette image with alpha: over the reference image it gives the overlay
     * @param overlay the heatmap over the reference image, RGB
     */
    public record HeatmapImages(Png heatmap, Png overlay) {}
}
