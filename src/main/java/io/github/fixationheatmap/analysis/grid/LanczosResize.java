package io.github.fixationheatmap.analysis.grid;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Lanczos resampling with 8 x 8 taps (a = 4), row by row, as OpenCV's {@code INTER_LANCZOS4}: half-pixel centres, taps normalised to
 * sum 1, edges replicated, no low-pass filter for smaller targets. Values are clamped to [0, 1].
 *
 * <p>Holds the source's rows resized to the target's width, never an array of the target's size. Immutable and thread-safe.
 */
public final class LanczosResize {
    private static final int TAPS = 8;
    private static final int BEFORE = TAPS / 2 - 1;
    private static final int BLOCK = 512;

    private final int width;
    private final int height;
    /** {@code [source height][width]}, one array per row: the JIT compiler vectorises loops over these, but not over one flat array. */
    private final float[][] stretched;

    /**
     * @param source {@code [rows][columns]}, all rows of the same length; not kept
     * @param width columns of the target, at least 1
     * @param height rows of the target, at least 1
     * @throws IllegalArgumentException if the source is not a rectangle or the target is empty
     */
    public LanczosResize(float[][] source, int width, int height) {
        Grid.requireRectangle(source.length, y -> source[y].length);
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a target has at least 1 x 1 px, not " + width + " x " + height);
        }
        this.width = width;
        this.height = height;
        this.stretched = stretch(source, width);
    }

    /** Columns of the target. */
    public int width() {
        return width;
    }

    /** Rows of the target. */
    public int height() {
        return height;
    }

    /**
     * Writes one row of the target.
     *
     * @param y its number, from 0
     * @param out receives the row's values, each in [0, 1]; at least as long as the target is wide
     */
    public void row(int y, float[] out) {
        if (y < 0 || y >= height || out.length < width) {
            throw new IllegalArgumentException("row " + y + " of " + height + ", into an array of " + out.length + " for " + width);
        }
        float[] taps = new float[TAPS];
        int first = taps(y, (double) stretched.length / height, taps);
        float[][] rows = new float[TAPS][];
        for (int k = 0; k < TAPS; k++) {
            rows[k] = stretched[Math.clamp((long) first + k, 0, stretched.length - 1)];
        }
        weighted(rows, taps, out, width);
    }

    /** All eight rows in one loop, each in a local variable, so that the JIT compiler vectorises it. */
    private static void weighted(float[][] rows, float[] taps, float[] out, int width) {
        float[] r0 = rows[0], r1 = rows[1], r2 = rows[2], r3 = rows[3], r4 = rows[4], r5 = rows[5], r6 = rows[6], r7 = rows[7];
        float t0 = taps[0], t1 = taps[1], t2 = taps[2], t3 = taps[3], t4 = taps[4], t5 = taps[5], t6 = taps[6], t7 = taps[7];
        for (int x = 0; x < width; x++) {
            float sum = r0[x] * t0 + r1[x] * t1 + r2[x] * t2 + r3[x] * t3 + r4[x] * t4 + r5[x] * t5 + r6[x] * t6 + r7[x] * t7;
            out[x] = Math.max(0f, Math.min(1f, sum));
        }
    }

    /** Works in blocks of columns: the taps of a block are computed once for all rows, and take little memory for any width. */
    private static float[][] stretch(float[][] source, int width) {
        float[][] padded = Arrays.stream(source).map(LanczosResize::padded).toArray(float[][]::new);
        float[][] stretched = new float[source.length][width];
        int blocks = (width - 1) / BLOCK + 1;
        IntStream.range(0, blocks).parallel().forEach(block -> stretch(padded, source[0].length, stretched, block * BLOCK));
        return stretched;
    }

    private static void stretch(float[][] padded, int columns, float[][] stretched, int from) {
        int width = stretched[0].length;
        int to = (int) Math.min((long) from + BLOCK, width);
        int[] first = new int[to - from];
        float[][] taps = new float[to - from][TAPS];
        for (int x = from; x < to; x++) {
            first[x - from] = taps(x, (double) columns / width, taps[x - from]) + TAPS;
        }
        for (int y = 0; y < padded.length; y++) {
            weighted(padded[y], first, taps, stretched[y], from);
        }
    }

    private static void weighted(float[] padded, int[] first, float[][] taps, float[] out, int from) {
        for (int x = 0; x < first.length; x++) {
            float[] t = taps[x];
            int i = first[x];
            out[from + x] = padded[i] * t[0] + padded[i + 1] * t[1] + padded[i + 2] * t[2] + padded[i + 3] * t[3]
                    + padded[i + 4] * t[4] + padded[i + 5] * t[5] + padded[i + 6] * t[6] + padded[i + 7] * t[7];
        }
    }

    /** The row with its first and last value repeated, so that taps need no range check. */
    private static float[] padded(float[] row) {
        float[] padded = new float[row.length + 2 * TAPS];
        for (int i = 0; i < padded.length; i++) {
            padded[i] = row[Math.clamp((long) i - TAPS, 0, row.length - 1)];
        }
        return padded;
    }

    /** Computes the taps of a target position, and returns the source position of the first tap, which may lie outside. */
    private static int taps(int target, double scale, float[] taps) {
        double centre = (target + 0.5) * scale - 0.5;
        double floor = Math.floor(centre);
        double[] exact = new double[TAPS];
        double sum = 0;
        for (int k = 0; k < TAPS; k++) {
            double distance = centre - floor + BEFORE - k;
            exact[k] = sinc(distance) * sinc(distance / (TAPS / 2));
            sum += exact[k];
        }
        for (int k = 0; k < TAPS; k++) {
            taps[k] = (float) (exact[k] / sum);
        }
        return (int) floor - BEFORE;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
