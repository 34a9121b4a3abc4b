package io.github.fixationheatmap.analysis.metrics;

/** Follows one label's fixations of one section: its first, and its visits. */
final class SectionSum {

    private final SectionLog section;
    private final RecordingSum recording;
    private long firstStart = Long.MAX_VALUE;
    private long visitStart;
    private long visitEnd;
    private int lastPlace;

    SectionSum(SectionLog section, RecordingSum recording) {
        this.section = section;
        this.recording = recording;
    }

    void add(HitTable hits, int hit) {
        long start = hits.start(hit);
        long end = hits.end(hit);
        recording.addFixation(start, hits.ms(hit));
        firstStart = Math.min(firstStart, start);
        if (lastPlace > 0 && hits.place(hit) == lastPlace + 1) {
            visitStart = Math.min(visitStart, start);
            visitEnd = Math.max(visitEnd, end);
        } else {
            endVisit();
            visitStart = start;
            visitEnd = end;
        }
        lastPlace = hits.place(hit);
    }

    private void endVisit() {
        if (lastPlace > 0) {
            recording.addVisit(Rounding.ms(visitEnd - visitStart));
        }
    }

    /** Closes the section; nothing is added after this. */
    void end(TimeZero origin) {
        endVisit();
        recording.addSection(Math.max(0, firstStart - origin.of(section.recording.id, section.id, section.firstStart)));
    }
}
