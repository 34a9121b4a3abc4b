package io.github.fixationheatmap.analysis.metrics;

import io.github.fixationheatmap.analysis.aoi.Labels.Label;
import io.github.fixationheatmap.analysis.metrics.ObservedRecording.ObservedSection;
import io.github.fixationheatmap.analysis.metrics.RecordingSum.SectionSum;
import io.github.fixationheatmap.model.Recording;
import io.github.fixationheatmap.model.TimeCheck;
import java.util.ArrayList;
import java.util.List;

/** Computes the metrics of a label, recording by recording. Nothing is kept from one label to the next. */
public final class AoiMetrics {

    private final AoiHitRecorder recorder;
    private final SectionTimeOrigin origin;
    private final List<Recording> recordings;

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
}
