package io.github.fixationheatmap.draw.render;

import io.github.fixationheatmap.analysis.grid.ScalarField;
import io.github.fixationheatmap.draw.png.PngAssembler;
import io.github.fixationheatmap.draw.png.PngChunks;
import io.github.fixationheatmap.draw.png.Strip;
import io.github.fixationheatmap.draw.png.StripCompressor;
import io.github.fixationheatmap.model.ImageRows;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Makes both pictures in one pass over bands of rows: a band's values are computed once, blended, filtered and compressed while
 * they are in the cache. Bands are made in parallel where there are processors; how the rows are cut depends on the picture
 * alone, so the same input gives the same bytes everywhere. Beyond the result it holds a few bands.
 */
public final class Renderer {
    /** Filtered bytes of the overlay in a band: they and their compressed form stay within a processor's own cache. */
    private static final int BAND_BYTES = 192 * 1024;
    /** Of wider rows neither the longest compressed form nor four times a frequency would fit into an int. */
    private static final int MAX_WIDTH = 1 << 27;

    private final ScalarField field;
    private final ImageRows photo;
    private final int width;
    private final int height;
    private final int rowsPerBand;

    private Renderer(ScalarField field, ImageRows photo) {
        this.field = field;
        this.photo = photo;
        this.width = field.width();
        this.height = field.height();
        this.rowsPerBand = Math.clamp(BAND_BYTES / (1 + 3 * width), 1, height);
    }

    /**
     * Renders a field over its photo.
     *
     * @throws IllegalArgumentException if field and photo have different sizes, or rows too long for an array
     */
    public static HeatmapImages render(ScalarField field, ImageRows photo) {
        if (field.width() != photo.width() || field.height() != photo.height()) {
            throw new IllegalArgumentException("a field of " + field.width() + " x " + field.height() + " px over a photo of "
                    + photo.width() + " x " + photo.height() + " px");
        }
        if (field.width() > MAX_WIDTH) {
            throw new IllegalArgumentException("at most " + MAX_WIDTH + " px wide, not " + field.width());
        }
        return new Renderer(field, photo).pictures();
    }

    private HeatmapImages pictures() {
        int count = (height - 1) / rowsPerBand + 1;
        PngAssembler heatmap = new PngAssembler(PngChunks.palette(width, height, Turbo.palette(), Turbo.alphas()), count);
        PngAssembler overlay = new PngAssembler(PngChunks.rgb(width, height), count);
        AtomicInteger next = new AtomicInteger();
        // From the top, whoever has time takes the next: the photo's first rows may be there before its last.
        IntStream.range(0, ForkJoinPool.commonPool().getParallelism() + 1).parallel().forEach(worker -> {
            try {
                Bands bands = new Bands();
                for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                    bands.make(number);
                    heatmap.put(number, bands.heatmap(number));
                    overlay.put(number, bands.overlay(number));
                }
            } catch (RuntimeException | Error failed) {
                // Nobody is waited for where one failed: the others end with the band that they are at.
                next.set(count);
                throw failed;
            }
        });
        return new HeatmapImages(heatmap.finish(), overlay.finish());
    }

    /** One band of each picture after the other, all in the same arrays: a quarter less to allocate and to collect. */
    private final class Bands {
        private final OverlayBlender blend = new OverlayBlender(width);
        private final float[] values = new float[width];
        private final byte[] pixels = new byte[3 * width];
        private final byte[] heatmap = new byte[rowsPerBand * (1 + width)];
        private final byte[] overlay = new byte[rowsPerBand * (1 + 3 * width)];
        private final StripCompressor compressor = new StripCompressor(overlay.length);

        private int rows(int number) {
            return Math.min(rowsPerBand, height - number * rowsPerBand);
        }

        void make(int number) {
            for (int y = 0; y < rows(number); y++) {
                field.row(number * rowsPerBand + y, values);
                photo.row(number * rowsPerBand + y, pixels);
                blend.row(values, pixels, heatmap, y * (1 + width), overlay, y * (1 + 3 * width));
            }
        }

        Strip heatmap(int number) {
            return compressor.band(heatmap, rows(number) * (1 + width), 1 + width, number == 0);
        }

        Strip overlay(int number) {
            return compressor.band(overlay, rows(number) * (1 + 3 * width), 1 + 3 * width, number == 0);
        }
    }
}
