package io.github.fixationheatmap.analysis.grid;

import io.github.fixationheatmap.model.TimeCheck;
import java.util.Arrays;

/**
 * The heatmap as values from 0 to 1, one for each pixel of the image: the histogram blurred, divided by its largest bin, and
 * resized to the image. Rows are computed on request. Immutable and thread-safe.
 */
public final class ScalarField {
    private final double[][] blurred;
    private final float[][] shares;
    private final LanczosResize resize;
    private final double peak;

    private ScalarField(double[][] blurred, float[][] shares, int width, int height, double peak) {
        this.blurred = blurred;
        this.shares = shares;
        this.resize = new LanczosResize(shares, width, height);
        this.peak = peak;
    }

    /** The field of a histogram; that of an empty histogram is 0 everywhere. */
    public static ScalarField of(Histogram histogram, GaussianBlur blur) {
        return of(histogram, blur, TimeCheck.NONE);
    }

    /** The same, with a look at the time before each pass of the blur. */
    public static ScalarField of(Histogram histogram, GaussianBlur blur, TimeCheck time) {
        double[][] blurred = blur.apply(histogram.rows(), time);
        double peak = Arrays.stream(blurred).flatMapToDouble(Arrays::stream).max().orElse(0);
        float[][] shares = new float[blurred.length][blurred[0].length];
        if (peak > 0) {
            for (int y = 0; y < shares.length; y++) {
                for (int x = 0; x < shares[y].length; x++) {
                    shares[y][x] = (float) (blurred[y][x] / peak);
                }
            }
        }
        return new ScalarField(blurred, shares, histogram.grid().width(), histogram.grid().height(), peak);
    }

    /**
     * The field of values that are shares already.
     *
     * @param shares {@code [ny][nx]}, each in [0, 1]
     */
    public static ScalarField ofShares(double[][] shares, Grid grid) {
        float[][] copy = new float[shares.length][shares[0].length];
        for (int y = 0; y < copy.length; y++) {
            for (int x = 0; x < copy[y].length; x++) {
                copy[y][x] = (float) shares[y][x];
            }
        }
        return new ScalarField(shares, copy, grid.width(), grid.height(), 1);
    }

    /** The same values for an image of another size. */
    public ScalarField resized(int width, int height) {
        return new ScalarField(blurred, shares, width, height, peak);
    }

    /** The meaning of 1 (100 %): the largest bin after the blur, in the histogram's unit; 0 if nothing was counted. */
    public double peak() {
        return peak;
    }

    /** A copy of the blurred histogram, {@code [ny][nx]}, in the histogram's unit. */
    public double[][] blurred() {
        return Arrays.stream(blurred).map(double[]::clone).toArray(double[][]::new);
    }

    /** The image's width in px. */
    public int width() {
        return resize.width();
    }

    /** The image's height in px. */
    public int height() {
        return resize.height();
    }

    /**
     * Writes one row of values.
     *
     * @param y its number, from 0
     * @param out receives the values, each in [0, 1]; at least as long as the image is wide
     */
    public void row(int y, float[] out) {
        resize.row(y, out);
    }
}
