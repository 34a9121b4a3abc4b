package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.analysis.metrics.RecordingMetrics.Metric;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.AoiOptions.AoiColumns;
import io.github.fixationheatmap.options.AoiOptions.MetricSet;
import io.github.fixationheatmap.store.StoredObject;
import io.github.fixationheatmap.study.StudyTable.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of a batch in {@code study_aoi_metrics.csv}: those of the {@code aoi_metrics.csv} of each export. Its columns have one name,
 * today's, whatever those of an export are called. It has more metrics if an export has them.
 */
final class AoiTable {

    private static final String FILE = "aoi_metrics.csv";

    private final List<Source> exports = new ArrayList<>();
    private MetricSet metrics = MetricSet.STANDARD;

    /** The columns of a table with these metrics. Those of fewer metrics are the first ones of those of more. */
    static List<String> columns(MetricSet metrics) {
        return Stream.concat(
                Stream.of(StudyTable.DROP, AoiColumns.LABEL.labelId(), "recording id", "recording name", AoiColumns.LABEL.labelName()),
                Metric.of(metrics).stream().map(Metric::column)).toList();
    }

    /**
     * Adds the rows of an export; of one without areas of interest there are none.
     *
     * @param name the export below the study
     * @param bucket the bucket of results
     * @param results the prefix of its results
     */
    void add(String name, String bucket, String results, JsonNode manifest) {
        if (manifest.path("aois").isEmpty()) {
            return;
        }
        for (JsonNode output : manifest.path("outputs")) {
            if (output.path("key").asText().equals(results + FILE)) {
                exports.add(new Source(Optional.of(name), new StoredObject(bucket, results + FILE, output.path("bytes").asLong(),
                        output.path("eTag").asText())));
            }
        }
        if (manifest.at("/options/aoiMetrics").asText().equals(MetricSet.EXTENDED.id())) {
            metrics = MetricSet.EXTENDED;
        }
    }

    /**
     * Writes the table, with a header. Writes none if there are no rows.
     *
     * @return the metrics of the table; empty if there is none
     */
    Optional<MetricSet> write(StudyStore store, String key, TimeCheck time) {
        if (exports.isEmpty()) {
            return Optional.empty();
        }
        new StudyTable(columns(metrics), exports).write(store, key, time);
        return Optional.of(metrics);
    }
}
