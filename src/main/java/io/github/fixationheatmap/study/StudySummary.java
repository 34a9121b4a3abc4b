package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.result.Tool;
import io.github.fixationheatmap.study.ExportRow.State;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What became of a study.
 *
 * @param study its keys
 * @param run the name of its run
 * @param rows what became of each export, sorted: first those without results, then by drop
 * @param combined the pictures of exports that show one photo
 * @param changed the drops that were added, changed or removed while the run lasted
 * @param estimate what the plan said that the study may cost; empty where nothing does
 */
record StudySummary(StudyKeys study, String run, List<ExportRow> rows, List<CombinedPicture> combined, List<String> changed,
        Optional<StudyCost> estimate) {

    private static final int VERSION = 1;
    private static final double MS_PER_S = 1_000;

    private static final Comparator<ExportRow> ORDER = Comparator.comparing((ExportRow row) -> row.outcome() == State.DONE)
            .thenComparing(ExportRow::results);

    StudySummary {
        rows = rows.stream().sorted(ORDER).toList();
        combined = List.copyOf(combined);
        changed = List.copyOf(changed);
    }

    /** How many exports ended so. */
    long count(State state) {
        return rows.stream().filter(row -> row.outcome() == state).count();
    }

    /** How many exports have no results. */
    long withoutResults() {
        return rows.size() - count(State.DONE);
    }

    /** The recordings of all exports. */
    long recordings() {
        return rows.stream().mapToLong(row -> row.numbers().recordings()).sum();
    }

    /** The counted fixations of all exports. */
    long fixations() {
        return rows.stream().mapToLong(row -> row.numbers().fixations()).sum();
    }

    /** The time of computing of all exports, in s. */
    private double seconds() {
        return rows.stream().mapToLong(row -> row.numbers().millis()).sum() / MS_PER_S;
    }

    /** What the study cost; empty where nothing does. */
    Optional<StudyCost> used() {
        return estimate.map(before -> StudyCost.of((int) rows.stream().map(ExportRow::drop).distinct().count(), seconds()));
    }

    /** The exports that are part of no combined picture, and why; nothing if the study does not combine. */
    Map<ExportRow, String> alone() {
        SortedMap<String, Integer> exports = CombinedPicture.exports(rows);
        Map<ExportRow, String> alone = new LinkedHashMap<>();
        for (ExportRow row : rows) {
            if (exports.getOrDefault(row.added().image(), 0) == 1) {
                alone.put(row, "No other export shows the same photo, pixel by pixel, with the same kind of fixations.");
            } else if (!row.added().obstacle().isEmpty()) {
                alone.put(row, row.added().obstacle());
            }
        }
        return alone;
    }

    /** The document of the study. */
    ObjectNode json(Tool tool) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("studyVersion", VERSION);
        json.putObject("tool").put("name", tool.name()).put("version", tool.version());
        json.put("study", study.name()).put("run", run);
        ObjectNode counts = json.putObject("exports").put("all", rows.size());
        for (State state : State.values()) {
            counts.put(state.id(), count(state));
        }
        estimate.ifPresent(cost -> json.set("estimate", cost.json()));
        json.put("recordings", recordings()).put("fixations", fixations());
        json.put("seconds", seconds());
        used().ifPresent(cost -> json.put("dollars", cost.dollars()));
        ArrayNode failures = json.putArray("failures");
        rows.stream().filter(row -> row.outcome() != State.DONE).forEach(row -> failures.addObject().put("drop", row.drop())
                .put("results", row.results()).put("outcome", row.outcome().id()).put("detail", row.detail()));
        combined.stream().map(CombinedPicture::json).forEach(json.putArray("combined")::add);
        ArrayNode alone = json.putArray("notCombined");
        alone().forEach((row, reason) -> alone.addObject().put("results", row.results()).put("detail", reason));
        changed.forEach(json.putArray("changedMeanwhile")::add);
        ArrayNode pages = json.putArray("pages");
        for (int number = 1; number <= StudyPage.count(this); number++) {
            pages.add(study.page(number));
        }
        return json;
    }
}
