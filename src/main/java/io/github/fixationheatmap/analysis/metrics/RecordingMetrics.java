package io.github.fixationheatmap.analysis.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
}
