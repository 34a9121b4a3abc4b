package io.github.fixationheatmap.job;

import java.nio.charset.StandardCharsets;

/** The two CSV files about areas of interest. No AOI is defined yet, so each has its header alone. */
final class AoiTables {

    private static final String FIXATIONS = "label id,aoi label,section id,recording id,fixation id,fixation duration [ms]\n";
    private static final String METRICS = "label id,recording id,recording name,aoi label,average fixation duration [ms],total fixations,"
            + "time to first fixation [ms],total fixation duration [ms]\n";

    byte[] fixations() {
        return FIXATIONS.getBytes(StandardCharsets.UTF_8);
    }

    byte[] metrics() {
        return METRICS.getBytes(StandardCharsets.UTF_8);
    }
}
