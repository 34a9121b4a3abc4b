package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.options.AoiOptions.MetricSet;
import io.github.fixationheatmap.store.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What a batch leaves for the last step, beside its tables.
 *
 * @param rows what became of each export
 * @param aoiMetrics the metrics of its table of areas of interest; empty if it has no such table
 */
record BatchPart(List<ExportRow> rows, Optional<MetricSet> aoiMetrics) {

    private static final String EXPORTS = "exports";
    private static final String AOI_METRICS = "aoiMetrics";

    BatchPart {
        rows = List.copyOf(rows);
    }

    /** The part of a batch that did not end. */
    static BatchPart none() {
        return new BatchPart(List.of(), Optional.empty());
    }

    /** The parts of all batches of a run, in their order. */
    static List<BatchPart> all(StudyStore store, StudyKeys study, String run, int batches) {
        try (Tasks tasks = new Tasks()) {
            List<CompletableFuture<BatchPart>> parts = new ArrayList<>();
            for (int batch = 0; batch < batches; batch++) {
                String key = study.part(run, batch);
                parts.add(tasks.submit(() -> store.json(key).map(BatchPart::of).orElseGet(BatchPart::none)));
            }
            return parts.stream().map(Tasks::await).toList();
        }
    }

    /** The part as JSON. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode exports = json.putArray(EXPORTS);
        rows.forEach(row -> exports.add(row.json()));
        aoiMetrics.ifPresent(metrics -> json.put(AOI_METRICS, metrics.id()));
        return json;
    }

    /** Reads a part. */
    static BatchPart of(JsonNode json) {
        List<ExportRow> rows = new ArrayList<>();
        json.path(EXPORTS).forEach(row -> rows.add(ExportRow.of(row)));
        String metrics = json.path(AOI_METRICS).asText();
        return new BatchPart(rows, Arrays.stream(MetricSet.values()).filter(set -> set.id().equals(metrics)).findFirst());
    }
}
