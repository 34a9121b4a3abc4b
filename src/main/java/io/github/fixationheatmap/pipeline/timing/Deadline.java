package io.github.fixationheatmap.pipeline.timing;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The time of one run of one thread: how much is left, and where it went, stage by stage. It runs from its making on, in the first stage.
 * Work stops by itself before it is stopped, for no stage is begun that would most likely not end in time.
 */
public final class Deadline {

    /** What must be left for the next stage: the longest takes a few seconds for a picture of 100 million pixels. */
    public static final Duration RESERVE = Duration.ofSeconds(10);

    private final Supplier<Duration> remaining;
    private final LongSupplier nanoTime;
    private final Map<Stage, Duration> times = new EnumMap<>(Stage.class);
    private Stage stage = Stage.FIND;
    private long since;

    /**
     * A clock for a run that must end.
     *
     * @param remaining how much time is left
     */
    public Deadline(Supplier<Duration> remaining) {
        this(remaining, System::nanoTime);
    }

    /** A clock over any other that counts ns. */
    public Deadline(Supplier<Duration> remaining, LongSupplier nanoTime) {
        this.remaining = remaining;
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    /** A clock for a run that has all the time in the world. */
    public static Deadline none() {
        return new Deadline(() -> RESERVE);
    }

    /**
     * Ends the present stage and begins another; a stage that comes again adds to its time.
     *
     * @throws DeadlineExceededException if less than {@link #RESERVE} is left; the present stage then goes on
     */
    public void enter(Stage next) {
        Duration left = remaining.get();
        if (left.compareTo(RESERVE) < 0) {
            throw new DeadlineExceededException(next, left);
        }
        turnTo(next);
    }

    private void turnTo(Stage next) {
        long now = nanoTime.getAsLong();
        times.merge(stage, Duration.ofNanos(now - since), Duration::plus);
        stage = next;
        since = now;
    }

    /**
     * The times since the clock was made, or since the last lap, and the stage that the run is in, also where it has failed. A drop of
     * several exports has a lap for each.
     */
    public StageTimes lap() {
        turnTo(stage);
        StageTimes lap = new StageTimes(stage, times);
        times.clear();
        stage = Stage.FIND;
        return lap;
    }

    /** There was too little time for what came next. Nothing half was left behind, and another try has all its time again. */
    public static final class DeadlineExceededException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DeadlineExceededException(Stage next, Duration left) {
            super("stopped before the stage " + next.id() + ": " + left.toMillis() + " ms left, and " + RESERVE.toMillis()
                    + " ms may be needed");
        }
    }

    /**
     * How long a run took, stage by stage. For logs and metrics alone: no clock's value goes into a result.
     *
     * @param last the stage that it ended in
     * @param times the time in each stage that it came to
     */
    public record StageTimes(Stage last, Map<Stage, Duration> times) {
        public StageTimes {
            times = times.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(times));
        }

        /** The time in all stages together. */
        public Duration total() {
            return times.values().stream().reduce(Duration.ZERO, Duration::plus);
        }
    }
}
