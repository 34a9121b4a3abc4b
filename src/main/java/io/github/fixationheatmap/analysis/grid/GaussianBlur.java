package io.github.fixationheatmap.analysis.grid;

import static io.github.fixationheatmap.options.HeatmapOptions.MAX_SCALE;
import static io.github.fixationheatmap.options.HeatmapOptions.MIN_SCALE;

import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.HeatmapOptions;
import java.util.Arrays;

/**
 * A separable Gaussian blur over bins, as OpenCV's {@code GaussianBlur} on doubles: weights {@code exp(-d^2 / (2 sigma^2))} that
 * sum to 1, borders mirrored without repeating the edge bin (dcb|abcd|cba), repeatedly if the kernel is longer than the axis.
 *
 * @param sigma standard deviation in bins, above 0
 * @param taps length of the kernel in bins, odd
 */
public record GaussianBlur(double sigma, int taps) {

    private static final int MAX_TAPS = 481;

    /** @throws IllegalArgumentException if sigma is not finite and above 0, or the number of taps is not odd or not within 1 to 481 */
    public GaussianBlur {
        if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("sigma is above 0 and finite, not " + sigma);
        }
        if (taps < 1 || taps > MAX_TAPS || taps % 2 == 0) {
            throw new IllegalArgumentException("a kernel has 1, 3, 5 to " + MAX_TAPS + " taps, not " + taps);
        }
    }

    /**
     * The published blur: sigma is {@code scale} percent of 300 bins, the kernel reaches 4 sigma to each side.
     *
     * @param scale {@value HeatmapOptions#MIN_SCALE} to {@value HeatmapOptions#MAX_SCALE}
     * @throws IllegalArgumentException if the scale is outside its range
     */
    public static GaussianBlur ofScale(double scale) {
        if (!(scale >= MIN_SCALE && scale <= MAX_SCALE)) {
            throw new IllegalArgumentException("a scale is " + MIN_SCALE + " to " + MAX_SCALE + ", not " + scale);
        }
        return ofSigma(0.01 * scale * Grid.LONGER_SIDE);
    }

    /** A blur of any sigma in bins, with a kernel that reaches 4 sigma to each side. */
    public static GaussianBlur ofSigma(double sigma) {
        return new GaussianBlur(sigma, (int) Math.rint(8 * sigma + 1) | 1);
    }

    /** The kernel: {@code taps} weights, symmetric, summing to 1. */
    public double[] kernel() {
        double[] kernel = new double[taps];
        double sum = 0;
        for (int i = 0; i < taps; i++) {
            double distance = i - taps / 2;
            kernel[i] = Math.exp(-distance * distance / (2 * sigma * sigma));
            sum += kernel[i];
        }
        for (int i = 0; i < taps; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }

    /**
     * Blurs rows of equal length along both axes.
     *
     * @param rows {@code [ny][nx]}, not changed
     * @return the blurred rows, of the same shape
     * @throws IllegalArgumentException if there is no row, an empty row, or rows have different lengths
     */
    public double[][] apply(double[][] rows) {
        return apply(rows, TimeCheck.NONE);
    }

    /** Blurs rows as {@link #apply(double[][])} does, and looks at the time before each of both passes, of some ms. */
    public double[][] apply(double[][] rows, TimeCheck time) {
        Grid.requireRectangle(rows.length, y -> rows[y].length);
        return apply(rows, new Workspace(rows[0].length, rows.length), time);
    }

    /**
     * Blurs rows as {@link #apply(double[][], TimeCheck)} does, in arrays that several blurs use one after another.
     *
     * @param rows of the workspace's shape, not changed
     * @return the blurred rows, until the workspace is used again
     */
    public double[][] apply(double[][] rows, Workspace workspace, TimeCheck time) {
        double[] kernel = kernel();
        transpose(rows, workspace.columns);
        down(workspace.columns, kernel, workspace.blurredColumns, time);
        transpose(workspace.blurredColumns, workspace.rows);
        down(workspace.rows, kernel, workspace.blurred, time);
        return workspace.blurred;
    }

    /** The arrays of a blur, for one thread. */
    public static final class Workspace {

        private final double[][] columns;
        private final double[][] blurredColumns;
        private final double[][] rows;
        private final double[][] blurred;

        /** Arrays for {@code ny} rows of {@code nx} values. */
        public Workspace(int nx, int ny) {
            this.columns = new double[nx][ny];
            this.blurredColumns = new double[nx][ny];
            this.rows = new double[ny][nx];
            this.blurred = new double[ny][nx];
        }
    }

    /** Blurs columns. Rows are transposed first, which takes a hundredth of the time. */
    private static void down(double[][] rows, double[] kernel, double[][] blurred, TimeCheck time) {
        time.check();
        int reach = kernel.length / 2;
        for (int y = 0; y < rows.length; y++) {
            Arrays.fill(blurred[y], 0);
            // At distance 0 both bins of the pair are the bin itself.
            addPair(blurred[y], rows[y], rows[y], kernel[reach] / 2);
            for (int d = 1; d <= reach; d++) {
                addPair(blurred[y], rows[mirrored(y - d, rows.length)], rows[mirrored(y + d, rows.length)], kernel[reach + d]);
            }
        }
    }

    private static void transpose(double[][] from, double[][] to) {
        for (int y = 0; y < from.length; y++) {
            for (int x = 0; x < to.length; x++) {
                to[x][y] = from[y][x];
            }
        }
    }

    /** The inner loop runs along the row, not the kernel, with the same index for all arrays, so that the JIT compiler vectorises it. */
    private static void addPair(double[] sums, double[] before, double[] after, double factor) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += (before[x] + after[x]) * factor;
        }
    }

    private static int mirrored(int i, int length) {
        if (length == 1) {
            return 0;
        }
        int period = 2 * (length - 1);
        int inPeriod = Math.floorMod(i, period);
        return inPeriod < length ? inPeriod : period - inPeriod;
    }
}
