package io.github.fixationheatmap.draw.render;

import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.Workers;
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

    /**
     * The image if its longer side has at most this many px, else a smaller copy of that size.
     *
     * @param time is looked at after some rows
     */
    public static ImageRows of(ImageRows image, int longerSide, TimeCheck time) {
        int longer = Math.max(image.width(), image.height());
        if (longer <= longerSide) {
            return image;
        }
        ScaledRows scaled = new ScaledRows(side(image.width(), longerSide, longer), side(image.height(), longerSide, longer));
        Columns columns = new Columns(image.width(), scaled.width);
        int blocks = (scaled.height - 1) / ROWS + 1;
        Workers.forEach(blocks, () -> {
            Worker worker = scaled.new Worker(image, columns);
            return block -> {
                time.check();
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

    @Override
    public byte[] rgb() {
        return rgb;
    }

    @Override
    public void row(int y, int[] argb) {
        ImageRows.opaque(rgb, 3 * y * width, argb, width);
    }

    private final class Worker {

        private final ImageRows image;
        private final Columns columns;
        private final byte[] source;
        private final float[] sums;
        private int loaded = -1;

        Worker(ImageRows image, Columns columns) {
            this.image = image;
            this.columns = columns;
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
            columns.means(sums, rgb, 3 * y * width);
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
    }

    /** Which columns of a wider image a column covers, and the share of each. */
    private static final class Columns {

        private final int[] first;
        private final float[] shares;
        private final int taps;

        Columns(int sourceWidth, int width) {
            double step = (double) sourceWidth / width;
            taps = taps(step, sourceWidth, width);
            first = new int[width];
            shares = new float[width * taps];
            for (int x = 0; x < width; x++) {
                double from = x * step;
                double to = Math.min(sourceWidth, from + step);
                first[x] = Math.min((int) from, sourceWidth - taps);
                for (int i = 0; i < taps; i++) {
                    double column = first[x] + i;
                    shares[x * taps + i] = (float) (Math.max(0, Math.min(to, column + 1) - Math.max(from, column)) / (to - from));
                }
            }
        }

        /** The most columns that one column covers in part. */
        private static int taps(double step, int sourceWidth, int width) {
            int most = 1;
            for (int x = 0; x < width; x++) {
                double to = Math.min(sourceWidth, x * step + step);
                most = Math.max(most, (int) Math.ceil(to) - (int) (x * step));
            }
            return most;
        }

        void means(float[] sums, byte[] rgb, int at) {
            float half = SIGN + 0.5f;
            for (int x = 0, to = at, tap = 0; x < first.length; x++, to += 3, tap += taps) {
                // The first tap stands before the loop, which saves a fourth of the time where there are two.
                int from = 3 * first[x];
                float share = shares[tap];
                float r = half + share * sums[from];
                float g = half + share * sums[from + 1];
                float b = half + share * sums[from + 2];
                for (int i = 1; i < taps; i++) {
                    from += 3;
                    share = shares[tap + i];
                    r += share * sums[from];
                    g += share * sums[from + 1];
                    b += share * sums[from + 2];
                }
                rgb[to] = (byte) r;
                rgb[to + 1] = (byte) g;
                rgb[to + 2] = (byte) b;
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
