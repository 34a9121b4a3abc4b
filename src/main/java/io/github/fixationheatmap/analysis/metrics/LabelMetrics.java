package io.github.fixationheatmap.analysis.metrics;

import io.github.fixationheatmap.analysis.aoi.Labels.Label;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.options.AoiOptions.LabelMetric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of labels over all selected recordings. They are computed from the values of {@code aoi_metrics.csv}, in exact decimal
 * arithmetic, and rounded once, half to even: times in ms to 2 decimals, counts and shares to 4.
 *
 * @param metrics the metrics of each recording
 * @param wearers the numbers of recordings' wearers, by the recordings' ids
 */
public record LabelMetrics(AoiMetrics metrics, Map<String, Integer> wearers) {

    private static final int MS_DECIMALS = 2;
    private static final int SHARE_DECIMALS = 4;

    /** The labels, in the tables' order. */
    public List<Label> labels() {
        return metrics.labels();
    }

    /** The selected recordings, in the tables' order. */
    public List<Recording> recordings() {
        return metrics.recordings();
    }

    /** The metrics of a label, given by its index. */
    public OfLabel ofLabel(int label) {
        List<RecordingMetrics> each = metrics.ofLabel(label);
        return new OfLabel(each, wearerReach(each));
    }

    /** The share of the wearers who fixated a label, or null if there is no recording or a recording's wearer is not known. */
    private @Nullable BigDecimal wearerReach(List<RecordingMetrics> each) {
        Set<Integer> all = new HashSet<>();
        Set<Integer> reached = new HashSet<>();
        for (int i = 0; i < each.size(); i++) {
            Integer wearer = wearers.get(recordings().get(i).id());
            if (wearer == null) {
                return null;
            }
            all.add(wearer);
            if (each.get(i).count() > 0) {
                reached.add(wearer);
            }
        }
        return quotient(BigDecimal.valueOf(reached.size()), all.size(), SHARE_DECIMALS);
    }

    private static @Nullable BigDecimal quotient(BigDecimal sum, long count, int decimals) {
        return count == 0 ? null : sum.divide(BigDecimal.valueOf(count), decimals, RoundingMode.HALF_EVEN);
    }

    /**
     * The metrics of one label.
     *
     * @param recordings its metrics in each selected recording
     * @param wearerReach the share of the wearers who fixated it, or null if it is not known
     */
    public record OfLabel(List<RecordingMetrics> recordings, @Nullable BigDecimal wearerReach) {

        public OfLabel {
            recordings = List.copyOf(recordings);
        }

        /** Whether a fixation hit it. */
        public boolean isFixated() {
            return recordings.stream().anyMatch(each -> each.count() > 0);
        }

        /** A metric, or null if there is nothing to average. Reach is a share, 0 to 1. */
        public @Nullable BigDecimal value(LabelMetric metric) {
            List<BigDecimal> values = recordings.stream().map(each -> value(metric, each)).filter(Objects::nonNull).toList();
            BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            return switch (metric) {
                case COUNT, REACH -> quotient(sum, values.size(), SHARE_DECIMALS);
                case TOTAL, FIRST -> quotient(sum, values.size(), MS_DECIMALS);
                // Each fixation counts the same, whichever recording has it.
                case AVERAGE -> quotient(recordings.stream().map(each -> orZero(each.totalMs())).reduce(BigDecimal.ZERO, BigDecimal::add),
                        recordings.stream().mapToLong(RecordingMetrics::count).sum(), MS_DECIMALS);
            };
        }

        /** The value of one recording, or null if it has none. */
        public static @Nullable BigDecimal value(LabelMetric metric, RecordingMetrics recording) {
            return switch (metric) {
                case COUNT -> BigDecimal.valueOf(recording.count());
                case TOTAL -> orZero(recording.totalMs());
                case AVERAGE -> quotient(orZero(recording.totalMs()), recording.count(), MS_DECIMALS);
                case FIRST -> recording.timeToFirstMs() == null ? null : BigDecimal.valueOf(recording.timeToFirstMs());
                case REACH -> recording.count() > 0 ? BigDecimal.ONE : BigDecimal.ZERO;
            };
        }

        private static BigDecimal orZero(@Nullable Long ms) {
            return ms == null ? BigDecimal.ZERO : BigDecimal.valueOf(ms);
        }
    }
}
