package io.github.fixationheatmap.analysis.metrics;

import io.github.fixationheatmap.analysis.metrics.ObservedRecording.ObservedSection;
import org.jspecify.annotations.Nullable;

/** Adds up one label's fixations of one recording. */
final class RecordingSum {

    private final ObservedRecording recording;
    private final Rounding.DurationMean timeToFirst = new Rounding.DurationMean();
    private long count;
    private long totalMs;
    private long firstStart = Long.MAX_VALUE;
    private long firstMs;
    private long visits;
    private long visitMs;

    RecordingSum(ObservedRecording recording) {
        this.recording = recording;
    }

    private void addFixation(long start, long ms) {
        count++;
        totalMs += ms;
        if (start < firstStart) {
            firstStart = start;
            firstMs = ms;
        }
    }

    private void addVisit(long ms) {
        visits++;
        visitMs += ms;
    }

    static RecordingMetrics metrics(@Nullable RecordingSum sum, @Nullable ObservedRecording recording) {
        return sum == null ? RecordingMetrics.never(recording) : sum.metrics();
    }

    private RecordingMetrics metrics() {
        return new RecordingMetrics(Rounding.divide(totalMs, count), count, timeToFirst.ms(), totalMs, firstMs, visits, visits - 1,
                Rounding.divide(visitMs, visits), RecordingMetrics.percent(count, recording.counted),
                RecordingMetrics.percent(totalMs, recording.countedMs));
    }

    /** Adds up one label's fixations of one section: the first fixation, and the visits. */
    static final class SectionSum {

        private final ObservedSection section;
        private final RecordingSum recording;
        private long firstStart = Long.MAX_VALUE;
        private long visitStart;
        private long visitEnd;
        private int lastRow;

        SectionSum(ObservedSection section, RecordingSum recording) {
            this.section = section;
            this.recording = recording;
        }

        void add(HitTable hits, int hit) {
            long start = hits.start(hit);
            long end = hits.end(hit);
            recording.addFixation(start, hits.ms(hit));
            firstStart = Math.min(firstStart, start);
            if (lastRow > 0 && hits.rowInSection(hit) == lastRow + 1) {
                visitStart = Math.min(visitStart, start);
                visitEnd = Math.max(visitEnd, end);
            } else {
                endVisit();
                visitStart = start;
                visitEnd = end;
            }
            lastRow = hits.rowInSection(hit);
        }

        private void endVisit() {
            if (lastRow > 0) {
                recording.addVisit(Rounding.ms(visitEnd - visitStart));
            }
        }

        /** Ends the last visit and adds the time to the first fixation. No fixation may be added afterwards. */
        void end(SectionTimeOrigin origin) {
            endVisit();
            recording.timeToFirst.add(Math.max(0, firstStart - origin.of(section.recording.id, section.id, section.firstStart)));
        }
    }
}
