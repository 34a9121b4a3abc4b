package io.github.fixationheatmap.analysis.metrics;

import io.github.fixationheatmap.analysis.aoi.Label;
import io.github.fixationheatmap.model.Recording;
import java.util.ArrayList;
import java.util.List;

/** Works out what a label's hits come to, recording by recording. Nothing is kept from one label to the next. */
public final class AoiMetrics {

    private final AoiHitRecorder log;
    private final TimeZero origin;
    private final List<Recording> recordings;

    /**
     * The metrics of what was logged.
     *
     * @param log the hits, complete
     * @param origin from when the time to first fixation counts
     * @param recordings the selected recordings, in the tables' order
     */
    public AoiMetrics(AoiHitRecorder log, TimeZero origin, List<Recording> recordings) {
        this.log = log;
        this.origin = origin;
        this.recordings = List.copyOf(recordings);
    }

    /** The selected recordings, in the tables' order. */
    public List<Recording> recordings() {
        return recordings;
    }

    /** The labels, in the tables' order. */
    public List<Label> labels() {
        return log.labels().all();
    }

    /** The metrics of the label at this place, one for each recording. */
    public List<RecordingMetrics> ofLabel(int label) {
        RecordingSum[] sums = new RecordingSum[log.recordings()];
        SectionSum[] sections = new SectionSum[log.sections().size()];
        IntColumn hits = log.hitsOfLabel(label);
        for (int i = 0; i < hits.size(); i++) {
            sumOfSection(sections, sums, log.hits().section(hits.get(i))).add(log.hits(), hits.get(i));
        }
        for (SectionSum section : sections) {
            if (section != null) {
                section.end(origin);
            }
        }
        List<RecordingMetrics> all = new ArrayList<>();
        for (Recording recording : recordings) {
            RecordingLog seen = log.recording(recording.id());
            all.add(RecordingSum.metrics(seen == null ? null : sums[seen.number], seen));
        }
        return all;
    }

    private SectionSum sumOfSection(SectionSum[] sections, RecordingSum[] sums, int number) {
        SectionSum section = sections[number];
        if (section == null) {
            SectionLog seen = log.sections().get(number);
            RecordingSum sum = sums[seen.recording.number];
            if (sum == null) {
                sum = new RecordingSum(seen.recording);
                sums[seen.recording.number] = sum;
            }
            section = new SectionSum(seen, sum);
            sections[number] = section;
        }
        return section;
    }
}
