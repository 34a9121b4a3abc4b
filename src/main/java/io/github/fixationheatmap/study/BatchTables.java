package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.AoiOptions.MetricSet;
import io.github.fixationheatmap.result.output.Output;
import java.util.Optional;

/** What the exports of a batch add to the tables of the study. */
record BatchTables(StudyKeys study, RecordingTable recordings, AoiTable aois) {

    /** Tables without rows. */
    BatchTables(StudyKeys study) {
        this(study, new RecordingTable(), new AoiTable());
    }

    /**
     * Adds an export.
     *
     * @param bucket the bucket of results
     * @param results the prefix of its results
     */
    void add(String bucket, String results, JsonNode manifest) {
        recordings.add(study.nameOf(results), manifest);
        aois.add(study.nameOf(results), bucket, results, manifest);
    }

    /** Writes the tables. It returns the metrics of the one of areas of interest; empty if it has no rows. */
    Optional<MetricSet> write(StudyStore store, String run, int batch, TimeCheck time) {
        store.put(study.partOfRecordings(run, batch), Output.CSV, recordings.bytes());
        return aois.write(store, study.partOfAoiMetrics(run, batch), time);
    }
}
