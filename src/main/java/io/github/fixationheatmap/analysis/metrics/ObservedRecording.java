package io.github.fixationheatmap.analysis.metrics;

import java.util.HashMap;
import java.util.Map;

/** The fixations of one recording that have been read so far: how many were counted, and how long they lasted. */
final class ObservedRecording {

    final int number;
    final String id;
    /** Its sections by id: without a sections file, two recordings may use the same section id. */
    final Map<String, ObservedSection> sections = new HashMap<>();
    /** The number of counted fixations. */
    long counted;
    /** The summed durations of the counted fixations, each rounded to ms. */
    long countedMs;

    ObservedRecording(int number, String id) {
        this.number = number;
        this.id = id;
    }

    /** The fixations of one section that have been read so far. */
    static final class ObservedSection {

        final int number;
        final String id;
        final ObservedRecording recording;
        /** The earliest start of its fixations, mapped or not, in ns. */
        long firstStart = Long.MAX_VALUE;
        /** The number of its fixations, mapped or not. */
        int fixations;
        private long lastStart = Long.MIN_VALUE;

        ObservedSection(int number, String id, ObservedRecording recording) {
            this.number = number;
            this.id = id;
            this.recording = recording;
        }

        /** Adds a fixation, and returns whether it starts no earlier than the one before it. */
        boolean add(long start) {
            boolean inOrder = start >= lastStart;
            firstStart = Math.min(firstStart, start);
            lastStart = start;
            fixations++;
            return inOrder;
        }
    }
}
