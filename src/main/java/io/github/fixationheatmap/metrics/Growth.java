package io.github.fixationheatmap.metrics;

/** How full lists grow. */
final class Growth {

    private static final int LEAST = 16;

    private Growth() {}

    /** Half as much again: appending stays cheap, and less is unused than after doubling. */
    static int next(int size) {
        return Math.max(LEAST, Math.addExact(size, size / 2));
    }
}
