package io.github.fixationheatmap.pipeline.timing;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

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
