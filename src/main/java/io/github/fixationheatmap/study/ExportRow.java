package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * What became of one export of a study.
 *
 * @param drop the key of the drop that it is part of
 * @param results the prefix of its results; that of the drop if nothing is known of its exports
 * @param outcome how it ended
 * @param detail what is wrong, as a sentence; empty where nothing is
 * @param numbers what was counted
 * @param added what its histograms were added to
 */
record ExportRow(String drop, String results, State outcome, String detail, Numbers numbers, BatchSums.Added added) {

    /** How an export ended. */
    enum State {
        /** Its results are there, made by this run or by an earlier one. */
        DONE,
        /** The input is bad. */
        REFUSED,
        /** Files are missing. */
        WAITING,
        /** Something passing went wrong, or its batch did not end. */
        FAILED;

        /** Its name in documents. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What was counted of an export.
     *
     * @param recordings its recordings with counted fixations
     * @param fixations the fixations that counted
     * @param report whether it has a report
     * @param millis the time of its run
     */
    record Numbers(long recordings, long fixations, boolean report, long millis) {

        /** The recordings of a manifest with counted fixations. */
        static long countedRecordings(JsonNode manifest) {
            return manifest.path("recordings").valueStream().filter(each -> each.path("fixationsCounted").asLong() > 0).count();
        }

        /** The numbers of an export without results. */
        static Numbers none(long millis) {
            return new Numbers(0, 0, false, millis);
        }
    }

    /** An export without results. */
    ExportRow(String drop, String results, State outcome, String detail, long millis) {
        this(drop, results, outcome, detail, Numbers.none(millis), BatchSums.Added.NOTHING);
    }

    /** A drop of which nothing is known, because its batch did not end. */
    static ExportRow unknown(String drop, String results) {
        return new ExportRow(drop, results, State.FAILED, "Its batch did not end; start the study again.", 0);
    }

    /** The row as JSON. */
    ObjectNode json() {
        return JsonNodeFactory.instance.objectNode().put("drop", drop).put("results", results).put("outcome", outcome.id())
                .put("detail", detail).put("recordings", numbers.recordings).put("fixations", numbers.fixations)
                .put("report", numbers.report).put("ms", numbers.millis)
                .put("image", added.image()).put("obstacle", added.obstacle());
    }

    /** Reads a row. */
    static ExportRow of(JsonNode json) {
        return new ExportRow(json.path("drop").asText(), json.path("results").asText(),
                State.valueOf(json.path("outcome").asText().toUpperCase(Locale.ROOT)), json.path("detail").asText(),
                new Numbers(json.path("recordings").asLong(), json.path("fixations").asLong(), json.path("report").asBoolean(),
                        json.path("ms").asLong()), new BatchSums.Added(json.path("image").asText(), json.path("obstacle").asText()));
    }
}
