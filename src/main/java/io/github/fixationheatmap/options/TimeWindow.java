package io.github.fixationheatmap.options;

import java.util.Optional;

/**
 * The time in which fixations count: those that start in it, from {@code from} on and before {@code to}, so that windows that follow each
 * other share no fixation.
 *
 * @param from ms from the time origin, 0 to {@value #MAX_MS}, or nothing where the window has no beginning
 * @param to ms from the time origin, 0 to {@value #MAX_MS}, or nothing where the window has no end
 */
public record TimeWindow(Optional<Double> from, Optional<Double> to) {

    /** All times. */
    public static final TimeWindow ALL = new TimeWindow(Optional.empty(), Optional.empty());

    /** The largest bound: 100 days. */
    public static final double MAX_MS = 100.0 * 24 * 3600 * 1000;

    private static final double NS_PER_MS = 1e6;

    /** @throws IllegalArgumentException if a bound is out of its range */
    public TimeWindow {
        from.ifPresent(TimeWindow::check);
        to.ifPresent(TimeWindow::check);
    }

    private static void check(double ms) {
        if (!(ms >= 0 && ms <= MAX_MS)) {
            throw new IllegalArgumentException("0 to " + MAX_MS + " ms, not " + ms);
        }
    }

    /** Whether all times are in it. */
    public boolean isAll() {
        return from.isEmpty() && to.isEmpty();
    }

    /** Whether no time is in it. */
    public boolean isEmpty() {
        return from.isPresent() && to.isPresent() && from.get() >= to.get();
    }

    /** Whether a fixation that starts so many ns after the time origin is in it. */
    public boolean contains(long ns) {
        return from.map(ms -> ns >= Math.round(ms * NS_PER_MS)).orElse(true) && to.map(ms -> ns < Math.round(ms * NS_PER_MS)).orElse(true);
    }
}
