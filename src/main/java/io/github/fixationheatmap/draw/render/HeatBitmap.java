package io.github.fixationheatmap.draw.render;

import io.github.fixationheatmap.analysis.grid.ScalarField;
import io.github.fixationheatmap.draw.png.Png;
import io.github.fixationheatmap.draw.png.Strip;
import io.github.fixationheatmap.draw.vector.Bitmap;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The heatmap alone, with alpha, as a bitmap of figures: over the photo it gives the overlay. */
public final class HeatBitmap implements Bitmap {

    private static final int STRIP_BYTES = 64 * 1024;
    private static final byte SUB = 1;

    private final int width;
    private final int height;
    private final byte[] indices;
    private final int[] argb = new int[ColourScale.SIZE];
    private final Png png;

    private HeatBitmap(ScalarField field, ColourScale scale, TimeCheck time) {
        this.width = field.width();
        this.height = field.height();
        this.indices = new byte[width * height];
        byte[] alphas = scale.alphas();
        int[] entries = scale.entries();
        for (int i = 0; i < argb.length; i++) {
            argb[i] = (alphas[i] & 255) << 24 | entries[i];
        }
        this.png = render(field, scale, time);
    }

    /** The bitmap of a field that has the bitmap's size. The time is looked at in each strip of rows. */
    public static HeatBitmap of(ScalarField field, ColourScale scale, TimeCheck time) {
        return new HeatBitmap(field, scale, time);
    }

    private Png render(ScalarField field, ColourScale scale, TimeCheck time) {
        int rows = Math.clamp(STRIP_BYTES / (1 + width), 1, height);
        int count = (height - 1) / rows + 1;
        Png.Assembler strips = new Png.Assembler(Png.Chunks.palette(width, height, scale.palette(), scale.alphas()), count);
        Workers.forEach(count, () -> {
            float[] values = new float[width];
            byte[] filtered = new byte[rows * (1 + width)];
            Strip.Compressor compressor = new Strip.Compressor(filtered.length);
            return number -> {
                time.check();
                int length = 0;
                for (int y = number * rows; y < Math.min(height, (number + 1) * rows); y++) {
                    field.row(y, values);
                    scale.cut(values);
                    length = row(values, y * width, filtered, length);
                }
                strips.put(number, compressor.compress(filtered, length, 1 + width, number == 0));
            };
        });
        return strips.finish();
    }

    /** Keeps the indices of a row, and writes them with PNG's Sub filter. */
    private int row(float[] values, int at, byte[] filtered, int filteredAt) {
        filtered[filteredAt] = SUB;
        for (int x = 0; x < width; x++) {
            indices[at + x] = (byte) (int) (values[x] * 255 + 0.5f);
        }
        filtered[filteredAt + 1] = indices[at];
        for (int x = 1; x < width; x++) {
            filtered[filteredAt + 1 + x] = (byte) (indices[at + x] - indices[at + x - 1]);
        }
        return filteredAt + 1 + width;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public void row(int y, int[] into) {
        for (int x = 0; x < width; x++) {
            into[x] = argb[indices[y * width + x] & 255];
        }
    }

    @Override
    public String mediaType() {
        return "image/png";
    }

    @Override
    public byte[] encoded() {
        try (InputStream file = png.open()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }
}
