package io.github.fixationheatmap.analysis.metrics;

import java.util.HashMap;
import java.util.Map;

/** What was seen of one recording. */
public final class RecordingLog {

    public final int number;
    public final String id;
    /** Its sections by id: without a sections file an id may repeat in another recording. */
    final Map<String, SectionLog> sections = new HashMap<>();
    /** How many of its fixations were counted. */
    long counted;
    /** How long those lasted, each rounded to ms. */
    long countedMs;

    RecordingLog(int number, String id) {
        this.number = number;
        this.id = id;
    }
}
