package io.github.fixationheatmap.analysis.grid;

import java.util.function.IntUnaryOperator;

/**
 * The grid of bins over an image.
 *
 * @param width the image's width in px, at least 1
 * @param height the image's height in px, at least 1
 * @param nx bins along the width, 1 to {@value #LONGER_SIDE}
 * @param ny bins along the height, 1 to {@value #LONGER_SIDE}
 */
public record Grid(int width, int height, int nx, int ny) {
    /** The number of bins along the longer side of any image. */
    public static final int LONGER_SIDE = 300;

    /** @throws IllegalArgumentException if a size or a number of bins is out of its range */
    public Grid {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("an image has at least 1 x 1 px, not " + width + " x " + height);
        }
        if (nx < 1 || nx > LONGER_SIDE || ny < 1 || ny > LONGER_SIDE) {
            throw new IllegalArgumentException("1 to " + LONGER_SIDE + " bins a side, not " + nx + " x " + ny);
        }
    }

    /**
     * The published grid: {@value #LONGER_SIDE} bins along the longer side, as square as possible (halves round to even).
     *
     * @throws IllegalArgumentException if the width or the height is below 1 px
     */
    public static Grid of(int width, int height) {
        return width >= height
                ? new Grid(width, height, LONGER_SIDE, shorterSide(height, width))
                : new Grid(width, height, shorterSide(width, height), LONGER_SIDE);
    }

    /** The bins along the width. */
    public Axis xAxis() {
        return new Axis(width, nx);
    }

    /** The bins along the height. */
    public Axis yAxis() {
        return new Axis(height, ny);
    }

    /** The length of a bin's side along the image's longer side, in px. */
    public double pixelsPerBin() {
        return (double) Math.max(width, height) / LONGER_SIDE;
    }

    /** Checks that the rows of a two-dimensional array are a rectangle. */
    static void requireRectangle(int rows, IntUnaryOperator lengthOfRow) {
        if (rows == 0 || lengthOfRow.applyAsInt(0) == 0) {
            throw new IllegalArgumentException("no values");
        }
        for (int y = 1; y < rows; y++) {
            if (lengthOfRow.applyAsInt(y) != lengthOfRow.applyAsInt(0)) {
                throw new IllegalArgumentException("row " + y + " has another length than row 0");
            }
        }
    }

    private static int shorterSide(int shorter, int longer) {
        return Math.max(1, (int) Math.rint((double) LONGER_SIDE * shorter / longer));
    }
}
