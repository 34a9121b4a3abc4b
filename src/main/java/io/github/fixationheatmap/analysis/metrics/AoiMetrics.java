package io.github.fixationheatmap.analysis.metrics;

import io.github.fixationheatmap.analysis.aoi.Labels.Label;
import io.github.fixationheatmap.analysis.metrics.AoiMetrics.RecordingSum.SectionSum;
import io.github.fixationheatmap.analysis.metrics.HitTable.IntColumn;
import io.github.fixationheatmap.analysis.metrics.ObservedRecording.ObservedSection;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.model.TimeCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Computes the metrics of a label, recording by recording. They are kept for the next output, unless all labels have more than
 * {@value #MAX_KEPT}. Thread-safe.
 */
public final class AoiMetrics {

    /** The largest number of pairs of a label and a recording that are kept: some 20 MB. */
    static final int MAX_KEPT = 100_000;

    private final AoiHitRecorder recorder;
    private final SectionTimeOrigin origin;
    private final List<Recording> recordings;
    /** What was computed of each label; without elements if nothing is kept. */
    private final AtomicReferenceArray<@Nullable List<RecordingMetrics>> kept;

    /**
     * The metrics of recorded hits.
     *
     * @param recorder the hits of all fixations
     * @param origin the origin of the time to first fixation
     * @param recordings the selected recordings, in the tables' order
     */
    public AoiMetrics(AoiHitRecorder recorder, SectionTimeOrigin origin, List<Recording> recordings) {
        this.recorder = recorder;
        this.origin = origin;
        this.recordings = List.copyOf(recordings);
        long pairs = (long) labels().size() * recordings.size();
        this.kept = new AtomicReferenceArray<>(pairs <= MAX_KEPT ? labels().size() : 0);
    }

    /** Is looked at by every long loop over metrics. */
    public TimeCheck time() {
        return recorder.time();
    }

    /** The selected recordings, in the tables' order. */
    public List<Recording> recordings() {
        return recordings;
    }

    /** The labels, in the tables' order. */
    public List<Label> labels() {
        return recorder.labels().all();
    }

    /** The metrics of a label, given by its index, one for each recording. */
    public List<RecordingMetrics> ofLabel(int label) {
        List<RecordingMetrics> known = kept.length() > 0 ? kept.get(label) : null;
        if (known != null) {
            return known;
        }
        List<RecordingMetrics> made = List.copyOf(compute(label));
        if (kept.length() > 0) {
            kept.set(label, made);
        }
        return made;
    }

    private List<RecordingMetrics> compute(int label) {
        RecordingSum[] sums = new RecordingSum[recorder.recordings()];
        SectionSum[] sections = new SectionSum[recorder.sections().size()];
        IntColumn hits = recorder.hitsOfLabel(label);
        for (int i = 0; i < hits.size(); i++) {
            sumOfSection(sections, sums, recorder.hits().section(hits.get(i))).add(recorder.hits(), hits.get(i));
        }
        for (SectionSum section : sections) {
            if (section != null) {
                section.end(origin);
            }
        }
        List<RecordingMetrics> all = new ArrayList<>();
        for (Recording recording : recordings) {
            ObservedRecording observed = recorder.recording(recording.id());
            all.add(RecordingSum.metrics(observed == null ? null : sums[observed.number], observed));
        }
        return all;
    }

    private SectionSum sumOfSection(SectionSum[] sections, RecordingSum[] sums, int number) {
        SectionSum section = sections[number];
        if (section == null) {
            ObservedSection observed = recorder.sections().get(number);
            RecordingSum sum = sums[observed.recording.number];
            if (sum == null) {
                sum = new RecordingSum(observed.recording);
                sums[observed.recording.number] = sum;
            }
            section = new SectionSum(observed, sum);
            sections[number] = section;
        }
        return section;
    }

    /** Adds up one label's fixations of one recording. */
    static final class RecordingSum {

        private final ObservedRecording recording;
        private final Rounding.DurationMean timeToFirst = new Rounding.DurationMean();
        private boolean hasTimes;
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
            Long first = hasTimes ? (Long) timeToFirst.ms() : null;
            return new RecordingMetrics(Rounding.divide(totalMs, count), count, first, totalMs, firstMs, visits, visits - 1,
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
                if (origin instanceof SectionTimeOrigin.Unknown) {
                    return;
                }
                recording.hasTimes = true;
                recording.timeToFirst.add(Math.max(0, firstStart - origin.of(section.recording.id, section.id, section.firstStart)));
            }
        }
    }
}
