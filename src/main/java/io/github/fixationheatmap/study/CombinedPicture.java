package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.drop.StudyKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The picture of all exports that show one photo.
 *
 * @param results the prefix of its results
 * @param outcome {@link ExportRow.State#DONE}, {@link ExportRow.State#REFUSED}, or {@link ExportRow.State#FAILED} if it was not made
 * @param detail what is wrong, as a sentence; empty where nothing is
 * @param exports how many exports it combines
 * @param recordings their recordings with counted fixations
 * @param fixations the fixations that counted
 */
record CombinedPicture(String results, ExportRow.State outcome, String detail, int exports, long recordings, long fixations) {

    /** The pictures of a study, in the order of their names. */
    static List<CombinedPicture> of(StudyStore store, StudyKeys study, List<ExportRow> rows) {
        SortedMap<String, Integer> exports = exports(rows);
        List<CombinedPicture> pictures = new ArrayList<>();
        for (Map.Entry<String, Integer> image : exports.entrySet()) {
            if (image.getValue() > 1) {
                pictures.add(of(store, study.combined(image.getKey()), image.getValue()));
            }
        }
        return pictures;
    }

    private static CombinedPicture of(StudyStore store, ResultKeys keys, int exports) {
        Optional<JsonNode> error = store.json(keys.error());
        if (error.isPresent()) {
            return new CombinedPicture(keys.prefix(), ExportRow.State.REFUSED, error.get().path("detail").asText(), exports, 0, 0);
        }
        return store.json(keys.manifest()).map(manifest -> new CombinedPicture(keys.prefix(), ExportRow.State.DONE, "", exports,
                ExportRow.Numbers.countedRecordings(manifest), manifest.path("rows").path("counted").asLong()))
                .orElseGet(() -> new CombinedPicture(keys.prefix(), ExportRow.State.FAILED,
                        "Too many batches failed, so nothing was combined; start the study again.", exports, 0, 0));
    }

    /** By the name of each image, how many exports show it. */
    static SortedMap<String, Integer> exports(List<ExportRow> rows) {
        SortedMap<String, Integer> exports = new TreeMap<>();
        rows.stream().map(row -> row.added().image()).filter(image -> !image.isEmpty())
                .forEach(image -> exports.merge(image, 1, Integer::sum));
        return exports;
    }

    /** The picture as JSON. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("results", results).put("outcome", outcome.id());
        if (!detail.isEmpty()) {
            json.put("detail", detail);
        }
        return json.put("exports", exports).put("recordings", recordings).put("fixations", fixations);
    }
}
