package io.github.fixationheatmap.analysis.metrics;

import org.jspecify.annotations.Nullable;

/** Adds up one label's fixations of one recording. */
final class RecordingSum {

    private final RecordingLog recording;
    private final DurationMean timeToFirst = new DurationMean();
    private long count;
    private long totalMs;
    private long firstStart = Long.MAX_VALUE;
    private long firstMs;
    private long visits;
    private long visitMs;

    RecordingSum(RecordingLog recording) {
        this.recording = recording;
    }

    void addFixation(long start, long ms) {
        count++;
        totalMs += ms;
        if (start < firstStart) {
            firstStart = start;
            firstMs = ms;
        }
    }

    void addVisit(long ms) {
        visits++;
        visitMs += ms;
    }

    /** Adds a section in which the label was fixated, first this long after its origin. */
    void addSection(long ns) {
        timeToFirst.add(ns);
    }

    static RecordingMetrics metrics(@Nullable RecordingSum sum, @Nullable RecordingLog recording) {
        return sum == null ? RecordingMetrics.never(recording) : sum.metrics();
    }

    private RecordingMetrics metrics() {
        return new RecordingMetrics(Rounding.divide(totalMs, count), count, timeToFirst.ms(), totalMs, firstMs, visits, visits - 1,
                Rounding.divide(visitMs, visits), RecordingMetrics.percent(count, recording.counted),
                RecordingMetrics.percent(totalMs, recording.countedMs));
    }
}
