package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.result.JsonDocument;
import io.github.fixationheatmap.result.Tool;
import io.github.fixationheatmap.result.output.Output;
import io.github.fixationheatmap.store.StoredObject;
import io.github.fixationheatmap.store.Tasks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** The last step of a study: writes the table of recordings, the pages of its drops, and then its document. */
public final class StudyFinisher {

    private final StudyStore store;

    public StudyFinisher(StudyStore store) {
        this.store = store;
    }

    /**
     * Finishes a run. A drop of a batch that did not end is named as failed.
     *
     * @throws IllegalStateException if there is no such run
     */
    public void finish(StudyKeys study, String run) {
        JsonNode json = store.json(study.plan(run)).orElseThrow(() -> new IllegalStateException("no run " + run + " of " + study.name()));
        StudyPlan plan = StudyPlan.of(json);
        StudySummary summary = new StudySummary(study, run, rows(study, run, plan), changes(study, plan));
        RecordingTable.write(store, study, run, plan.batches());
        int pages = StudyPage.count(summary);
        for (int number = 1; number <= pages; number++) {
            store.put(study.page(number), Output.HTML, StudyPage.of(summary, number, Tool.read()).html());
        }
        deleteOldPages(study, pages);
        // Last, so that a reader who sees it can read all that it names.
        store.put(study.document(), JsonDocument.MEDIA_TYPE, JsonDocument.bytes(summary.json(Tool.read())));
    }

    private List<String> changes(StudyKeys study, StudyPlan plan) {
        return plan.drops().changes(StudyDrops.list(store, study).inputs());
    }

    private List<ExportRow> rows(StudyKeys study, String run, StudyPlan plan) {
        List<ExportRow> rows = new ArrayList<>();
        Set<String> known = new HashSet<>();
        try (Tasks tasks = new Tasks()) {
            List<CompletableFuture<List<ExportRow>>> parts = new ArrayList<>();
            for (int batch = 0; batch < plan.batches(); batch++) {
                String key = study.part(run, batch);
                parts.add(tasks.submit(() -> store.json(key).map(BatchRunner::rows).orElse(List.of())));
            }
            parts.forEach(part -> rows.addAll(Tasks.await(part)));
        }
        rows.forEach(row -> known.add(row.drop()));
        plan.drops().inputs().keySet().stream().filter(drop -> !known.contains(drop)).forEach(drop -> rows.add(
                ExportRow.unknown(drop, DropKeys.results(StudyDrops.drop(store.drops(), drop), "").prefix())));
        return rows;
    }

    /** Pages of an earlier run with more drops. */
    private void deleteOldPages(StudyKeys study, int pages) {
        int number = pages + 1;
        while (store.store().list(store.results(), study.page(number)).stream().anyMatch(isNamed(study.page(number)))) {
            store.store().delete(store.results(), study.page(number));
            number++;
        }
    }

    private static Predicate<StoredObject> isNamed(String key) {
        return object -> object.key().equals(key);
    }
}
