package io.github.fixationheatmap.draw.figure;

import io.github.fixationheatmap.draw.png.ParallelStrips;
import io.github.fixationheatmap.model.ImageRows;
import java.util.Arrays;

/** An image made smaller: each px is the mean of the area that it covers. Works on rows in parallel, with the same result in any order. */
public final class ScaledRows implements ImageRows {

    private static final int ROWS = 16;
    private static final int SIGN = 0x80;

    private final int width;
    private final int height;
    private final byte[] rgb;

    private ScaledRows(int width, int height) {
        this.width = width;
        this.height = height;
        this.rgb = new byte[3 * width * height];
    }

    /** The image if its longer side has at most this many px, else a smaller copy of that size. */
    public static ImageRows of(ImageRows image, int longerSide) {
        int longer = Math.max(image.width(), image.height());
        if (longer <= longerSide) {
            return image;
        }
        ScaledRows scaled = new ScaledRows(side(image.width(), longerSide, longer), side(image.height(), longerSide, longer));
        int blocks = (scaled.height - 1) / ROWS + 1;
        ParallelStrips.forEach(blocks, () -> {
            Worker worker = scaled.new Worker(image);
            return block -> {
                for (int y = block * ROWS; y < Math.min(scaled.height, (block + 1) * ROWS); y++) {
                    worker.row(y);
                }
            };
        });
        return scaled;
    }

    /** A side of an image whose longer side is scaled to {@code longerSide}. */
    public static int side(int side, int longerSide, int longer) {
        return (int) Math.max(1, Math.rint((double) side * longerSide / longer));
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
    public void row(int y, byte[] into) {
        System.arraycopy(rgb, 3 * y * width, into, 0, 3 * width);
    }

    private final class Worker {

        private final ImageRows image;
        private final byte[] source;
        private final float[] sums;
        private int loaded = -1;

        Worker(ImageRows image) {
            this.image = image;
            this.source = new byte[3 * image.width()];
            this.sums = new float[3 * image.width()];
        }

        void row(int y) {
            double step = (double) image.height() / height;
            double from = y * step;
            double to = Math.min(image.height(), (y + 1) * step);
            Arrays.fill(sums, 0);
            for (int row = (int) from; row < to; row++) {
                load(row);
                add(source, (float) ((Math.min(to, row + 1) - Math.max(from, row)) / (to - from)), sums);
            }
            columns((double) image.width() / width, 3 * y * width);
        }

        /** The row between two blocks of output rows is read for both. */
        private void load(int row) {
            if (row != loaded) {
                image.row(row, source);
                for (int i = 0; i < source.length; i++) {
                    source[i] ^= (byte) SIGN;
                }
                loaded = row;
            }
        }

        private void columns(double step, int at) {
            for (int x = 0; x < width; x++) {
                double from = x * step;
                double to = Math.min(image.width(), (x + 1) * step);
                float r = 0;
                float g = 0;
                float b = 0;
                for (int column = (int) from; column < to; column++) {
                    float share = (float) ((Math.min(to, column + 1) - Math.max(from, column)) / (to - from));
                    r += share * sums[3 * column];
                    g += share * sums[3 * column + 1];
                    b += share * sums[3 * column + 2];
                }
                rgb[at + 3 * x] = (byte) (r + SIGN + 0.5f);
                rgb[at + 3 * x + 1] = (byte) (g + SIGN + 0.5f);
                rgb[at + 3 * x + 2] = (byte) (b + SIGN + 0.5f);
            }
        }
    }

    /** Samples are signed, because the compiler vectorises this loop for signed bytes alone. */
    private static void add(byte[] samples, float share, float[] sums) {
        for (int i = 0; i < samples.length; i++) {
            sums[i] += samples[i] * share;
        }
    }
}
