package io.github.fixationheatmap.job;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Until when work has to be done. It is asked between drops and between stages, so that work stops by itself before it is stopped: nothing is
 * begun that would most likely not end in time.
 *
 * @param remaining how much time is left
 */
public record Deadline(Supplier<Duration> remaining) {

    /** No deadline. */
    public static final Deadline NONE = new Deadline(() -> Duration.ofDays(1));

    /** What must be left for the next stage: the longest takes a few seconds for a picture of 100 million pixels. */
    public static final Duration RESERVE = Duration.ofSeconds(10);

    /**
     * Goes on only if there is time.
     *
     * @param next what would be done next
     * @throws TooLateException if less than {@link #RESERVE} is left
     */
    public void check(String next) {
        Duration left = remaining.get();
        if (left.compareTo(RESERVE) < 0) {
            throw new TooLateException(next, left);
        }
    }

    /** There was too little time for what came next. Nothing half was left behind, and another try has all its time again. */
    public static final class TooLateException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLateException(String next, Duration left) {
            super("stopped before " + next + ": " + left.toMillis() + " ms left, and " + RESERVE.toMillis() + " ms may be needed");
        }
    }
}
