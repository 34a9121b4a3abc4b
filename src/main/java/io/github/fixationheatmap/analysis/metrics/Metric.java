package io.github.fixationheatmap.analysis.metrics;

import io.github.fixationheatmap.options.AoiOptions.MetricSet;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of {@code aoi_metrics.csv}; {@link RecordingMetrics} defines each metric. */
public enum Metric {
    AVERAGE_DURATION("average fixation duration [ms]"),
    COUNT("total fixations"),
    TIME_TO_FIRST("time to first fixation [ms]"),
    TOTAL_DURATION("total fixation duration [ms]"),
    FIRST_DURATION("first fixation duration [ms]"),
    VISITS("visits"),
    REVISITS("revisits"),
    AVERAGE_VISIT_DURATION("average visit duration [ms]"),
    FIXATION_SHARE("share of fixations [%]"),
    TIME_SHARE("share of fixation time [%]");

    private final String column;

    Metric(String column) {
        this.column = column;
    }

    /** The metrics of a set, in the table's order. */
    public static List<Metric> of(MetricSet set) {
        return switch (set) {
            case STANDARD -> List.of(AVERAGE_DURATION, COUNT, TIME_TO_FIRST, TOTAL_DURATION);
            case EXTENDED -> Arrays.asList(values());
        };
    }

    /** The name of its column. */
    public String column() {
        return column;
    }

    /** Its value, or null if there is none. */
    public @Nullable BigDecimal of(RecordingMetrics metrics) {
        return switch (this) {
            case AVERAGE_DURATION -> decimal(metrics.averageMs());
            case COUNT -> decimal(metrics.count());
            case TIME_TO_FIRST -> decimal(metrics.timeToFirstMs());
            case TOTAL_DURATION -> decimal(metrics.totalMs());
            case FIRST_DURATION -> decimal(metrics.firstMs());
            case VISITS -> decimal(metrics.visits());
            case REVISITS -> decimal(metrics.revisits());
            case AVERAGE_VISIT_DURATION -> decimal(metrics.averageVisitMs());
            case FIXATION_SHARE -> metrics.fixationShare();
            case TIME_SHARE -> metrics.timeShare();
        };
    }

    private static @Nullable BigDecimal decimal(@Nullable Long value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    /** Its value as written in the table: blank if there is none. */
    public String text(RecordingMetrics metrics) {
        BigDecimal value = of(metrics);
        return value == null ? "" : value.toPlainString();
    }
}
