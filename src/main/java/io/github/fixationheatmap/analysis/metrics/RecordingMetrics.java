package io.github.fixationheatmap.analysis.metrics;

import io.github.fixationheatmap.options.AoiOptions.MetricSet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of one label in one recording. Times are whole ms, rounded half to even; a value that does not exist is null.
 *
 * <p>The first four are those of Pupil Cloud's {@code aoi_metrics.csv}. The others follow the definitions that GazePlotter publishes
 * (gazeplotter.com/docs/metrics, "Dwell Time &amp; Fixation Durations" and "Fixation Counts &amp; Latency") and Tobii's metrics of the same
 * names.
 *
 * @param averageMs total / count
 * @param count the fixations
 * @param timeToFirstMs from the section's (or the recording's) start to the first fixation, 0 if the fixation began before; the mean
 *     over the sections in which the label was fixated
 * @param totalMs the sum of the fixations' rounded durations
 * @param firstMs the duration of the recording's first fixation inside (GazePlotter "First Fixation Duration", Tobii "Duration of first
 *     fixation")
 * @param visits runs of consecutive fixations inside (GazePlotter "Visit Count", Tobii "Number of visits"): any other fixation of the
 *     section ends a visit, whether it is elsewhere on the image, outside of it or not mapped, and so does the section's end
 * @param revisits visits after the first: visits - 1, or 0 where there is none
 * @param averageVisitMs the mean of the visits' durations, from the start of the first fixation to the end of the last, each rounded to ms
 *     (Tobii "Average duration of visits", GazePlotter "Visit Duration")
 * @param fixationShare the share of the recording's counted fixations, in percent to two decimals
 * @param timeShare the share of their summed durations, in percent to two decimals (GazePlotter "Relative Dwell Time"). The
 *     whole is the time of all counted fixations, inside of AOIs or not, so that overlapping AOIs do not reduce each other's shares
 */
public record RecordingMetrics(
        @Nullable Long averageMs,
        long count,
        @Nullable Long timeToFirstMs,
        @Nullable Long totalMs,
        @Nullable Long firstMs,
        long visits,
        long revisits,
        @Nullable Long averageVisitMs,
        @Nullable BigDecimal fixationShare,
        @Nullable BigDecimal timeShare) {

    static final int DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The metrics of a recording that never fixated the label; its shares are 0, or null if none of its fixations was counted. */
    static RecordingMetrics never(@Nullable ObservedRecording recording) {
        return new RecordingMetrics(null, 0, null, null, null, 0, 0, null,
                recording == null ? null : percent(0, recording.counted), recording == null ? null : percent(0, recording.countedMs));
    }

    /** {@code part} in percent of {@code whole}, or null if the whole is 0. */
    public static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0 ? null
                : BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_EVEN);
    }

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

    /**
     * The mean and the standard deviation of values, rounded half to even to two decimals; blank if there are too few values.
     *
     * @param mean the arithmetic mean, of one value or more
     * @param deviation the sample's standard deviation (divisor n - 1), of two values or more
     */
    public record MeanAndStdDev(String mean, String deviation) {

        /** Computes both; the values may be in any order. */
        public static MeanAndStdDev of(List<BigDecimal> values) {
            if (values.isEmpty()) {
                return new MeanAndStdDev("", "");
            }
            BigDecimal count = BigDecimal.valueOf(values.size());
            BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            String mean = sum.divide(count, DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
            if (values.size() == 1) {
                return new MeanAndStdDev(mean, "");
            }
            // n times the sum of squares less the square of the sum is exact: no rounding error is magnified by cancellation.
            BigDecimal squares = values.stream().map(v -> v.multiply(v)).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal variance = squares.multiply(count).subtract(sum.multiply(sum))
                    .divide(count.multiply(count.subtract(BigDecimal.ONE)), MathContext.DECIMAL128);
            BigDecimal deviation = variance.sqrt(MathContext.DECIMAL128).setScale(DECIMALS, RoundingMode.HALF_EVEN);
            return new MeanAndStdDev(mean, deviation.toPlainString());
        }
    }
}
