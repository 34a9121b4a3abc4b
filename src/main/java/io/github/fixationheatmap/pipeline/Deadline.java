package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.model.TimeCheck;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The time of one run: how much is left, and how long each stage took. It starts in the first stage when it is created, and is used by one
 * thread, except for {@link #check}. A run stops before Lambda stops it: no stage starts that would probably not end in time, and long
 * loops look at the time, too.
 */
public final class Deadline implements TimeCheck {

    /** The time that must be left for the next stage. The longest stage takes a few seconds for an image of 100 million pixels. */
    public static final Duration RESERVE = Duration.ofSeconds(10);

    /** The time that must be left in the last stage, to end in good order. */
    public static final Duration LAST_RESERVE = Duration.ofSeconds(1);

    private final Supplier<Duration> remaining;
    private final LongSupplier nanoTime;
    private final Map<Stage, Duration> times = new EnumMap<>(Stage.class);
    private volatile Stage stage = Stage.FIND;
    private long since;

    /**
     * The deadline of a run.
     *
     * @param remaining how much time is left
     */
    public Deadline(Supplier<Duration> remaining) {
        this(remaining, System::nanoTime);
    }

    /** A deadline with another clock, which counts ns. */
    public Deadline(Supplier<Duration> remaining, LongSupplier nanoTime) {
        this.remaining = remaining;
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    /** The check of work after all stages, such as writing a table: {@link #LAST_RESERVE} must be left. */
    public static TimeCheck ofLastWork(Supplier<Duration> remaining) {
        return () -> {
            Duration left = remaining.get();
            if (left.compareTo(LAST_RESERVE) < 0) {
                throw new DeadlineExceededException("stopped: " + left.toMillis() + " ms left");
            }
        };
    }

    /**
     * Ends the current stage and starts another. A stage that is entered again adds to its time.
     *
     * @throws DeadlineExceededException if less than {@link #RESERVE} is left; the current stage then goes on
     */
    public void enter(Stage next) {
        Duration left = remaining.get();
        if (left.compareTo(RESERVE) < 0) {
            throw new DeadlineExceededException("stopped before the stage " + next.id() + ": " + left.toMillis() + " ms left, and "
                    + RESERVE.toMillis() + " ms may be needed");
        }
        turnTo(next);
    }

    /**
     * {@inheritDoc} Any thread may call it.
     *
     * @throws DeadlineExceededException if less than {@link #RESERVE} is left, which the next stage would need, or in the last stage less
     *     than {@link #LAST_RESERVE}
     */
    @Override
    public void check() {
        Duration left = remaining.get();
        Duration reserve = stage == Stage.WRITE ? LAST_RESERVE : RESERVE;
        if (left.compareTo(reserve) < 0) {
            throw new DeadlineExceededException("stopped in the stage " + stage.id() + ": " + left.toMillis() + " ms left, and "
                    + reserve.toMillis() + " ms may be needed");
        }
    }

    private void turnTo(Stage next) {
        long now = nanoTime.getAsLong();
        times.merge(stage, Duration.ofNanos(now - since), Duration::plus);
        stage = next;
        since = now;
    }

    /**
     * The times since the start or the last lap, and the current stage, which is where a failed run ended. A drop of several exports has a
     * lap for each.
     */
    public StageTimes lap() {
        turnTo(stage);
        StageTimes lap = new StageTimes(stage, times);
        times.clear();
        stage = Stage.FIND;
        return lap;
    }

    /** Too little time was left. No partial result was written; another attempt has the full time. */
    public static final class DeadlineExceededException extends TimeCheck.OutOfTimeException {

        private static final long serialVersionUID = 1L;

        DeadlineExceededException(String message) {
            super(message);
        }
    }

    /**
     * How long each stage of a run took. Only logs and metrics show times; results hold none.
     *
     * @param last the stage in which the run ended
     * @param times the time of each stage that was entered
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

    /** The stages of a run, in their order. */
    public enum Stage {
        /** Lists the drop, reads a zip's directory, and looks at existing results. */
        FIND,
        /** Reads options, the image's header, sections and AOIs. */
        READ,
        /** Reads and counts the fixations; then finds each recording's time origin. */
        COUNT,
        /** Computes a value for each pixel from the histogram, and compares groups of recordings. */
        BLUR,
        /** Decodes the rest of the image, and makes images and tables. */
        RENDER,
        /** Writes the results to the store. */
        WRITE;

        /** Its name in logs and metrics. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
