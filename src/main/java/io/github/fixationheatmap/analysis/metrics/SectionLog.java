package io.github.fixationheatmap.analysis.metrics;

/** What was seen of one section. */
public final class SectionLog {

    final int number;
    public final String id;
    public final RecordingLog recording;
    /** The earliest start of its fixations, mapped or not, in ns. */
    long firstStart = Long.MAX_VALUE;
    /** How many of its fixations were seen. */
    int seen;
    private long lastStart = Long.MIN_VALUE;

    SectionLog(int number, String id, RecordingLog recording) {
        this.number = number;
        this.id = id;
        this.recording = recording;
    }

    /** Notes a fixation, and says whether it starts no earlier than the one before it. */
    boolean see(long start) {
        boolean inOrder = start >= lastStart;
        firstStart = Math.min(firstStart, start);
        lastStart = start;
        seen++;
        return inOrder;
    }
}
