package io.github.fixationheatmap.render;

import io.github.fixationheatmap.grid.ValueField;
import java.util.Arrays;
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
    private static final int MAX_WIDTH = 1 << 29;

    private record Bands(Band heatmap, Band overlay) {}

    private final ValueField field;
    private final Photo photo;
    private final int width;
    private final int height;
    private final int rowsPerBand;

    private Renderer(ValueField field, Photo photo) {
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
    public static Pictures render(ValueField field, Photo photo) {
        if (field.width() != photo.width() || field.height() != photo.height()) {
            throw new IllegalArgumentException("a field of " + field.width() + " x " + field.height() + " px over a photo of "
                    + photo.width() + " x " + photo.height() + " px");
        }
        if (field.width() > MAX_WIDTH) {
            throw new IllegalArgumentException("at most " + MAX_WIDTH + " px wide, not " + field.width());
        }
        return new Renderer(field, photo).pictures();
    }

    private Pictures pictures() {
        int count = (height - 1) / rowsPerBand + 1;
        Bands[] bands = new Bands[count];
        AtomicInteger next = new AtomicInteger();
        // From the top, whoever has time takes the next: the photo's first rows may be there before its last.
        IntStream.range(0, ForkJoinPool.commonPool().getParallelism() + 1).parallel().forEach(worker -> {
            Blend blend = new Blend(width);
            for (int band = next.getAndIncrement(); band < count; band = next.getAndIncrement()) {
                bands[band] = bands(band, blend);
            }
        });
        return new Pictures(
                Chunks.turbo(width, height, Band.joined(Arrays.stream(bands).map(Bands::heatmap).toList())),
                Chunks.rgb(width, height, Band.joined(Arrays.stream(bands).map(Bands::overlay).toList())));
    }

    private Bands bands(int number, Blend blend) {
        int from = number * rowsPerBand;
        int rows = Math.min(rowsPerBand, height - from);
        float[] values = new float[width];
        byte[] pixels = new byte[3 * width];
        byte[] heatmap = new byte[rows * (1 + width)];
        byte[] overlay = new byte[rows * (1 + 3 * width)];
        for (int y = 0; y < rows; y++) {
            field.row(from + y, values);
            photo.row(from + y, pixels);
            blend.row(values, pixels, heatmap, y * (1 + width), overlay, y * (1 + 3 * width));
        }
        return new Bands(Band.of(heatmap, heatmap.length, number == 0), Band.of(overlay, overlay.length, number == 0));
    }
}
