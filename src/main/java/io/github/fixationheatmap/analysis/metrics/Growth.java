package io.github.fixationheatmap.analysis.metrics;

/** How full lists grow. */
final class Growth {

    private static final int MIN_CAPACITY = 16;
    private static final int LARGE = 1 << 20;

    private Growth() {}

    /** Half as much again, and of large ones an eighth: appending stays cheap, and little is unused. */
    static int next(int size) {
        return Math.max(MIN_CAPACITY, Math.addExact(size, size < LARGE ? size / 2 : size / 8));
    }
}
