package io.github.fixationheatmap.analysis.aoi;

import io.github.fixationheatmap.model.FixationListener.LimitExceededException;
import io.github.fixationheatmap.model.TimeCheck;

/**
 * Counts the work that areas cause, because no index bounds it: all edges of a polygon may pass near all fixations. A step is a comparison
 * of a point with an area or an edge, 4 to 10 ns. Not thread-safe.
 */
public final class Effort {

    /** The maximum number of steps: 10 to 20 s. Ten million fixations on 64 outlines of 500 corners that overlap take half of them. */
    public static final long MAX_STEPS = 2_000_000_000;

    /** The steps of a comparison that needs exact arithmetic. */
    static final int EXACT_STEPS = 16;

    private static final int STEPS_PER_CHECK = 1 << 22;

    private final TimeCheck time;
    private final long maxSteps;
    private long steps;
    private long nextCheck = STEPS_PER_CHECK;

    /** Counts up to {@link #MAX_STEPS}. */
    public Effort(TimeCheck time) {
        this(time, MAX_STEPS);
    }

    /** Counts up to another limit. */
    public Effort(TimeCheck time, long maxSteps) {
        this.time = time;
        this.maxSteps = maxSteps;
    }

    /**
     * Counts steps, before or while they are taken.
     *
     * @throws LimitExceededException if there are too many
     */
    void add(int count) {
        steps += count;
        if (steps >= nextCheck) {
            check();
        }
    }

    private void check() {
        nextCheck = steps + STEPS_PER_CHECK;
        if (steps > maxSteps) {
            throw new LimitExceededException("more than " + maxSteps + " comparisons with edges of areas up to here",
                    "at most " + maxSteps + ": areas with fewer corners, or fewer fixations");
        }
        time.check();
    }
}
