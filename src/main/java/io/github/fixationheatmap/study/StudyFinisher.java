package io.github.fixationheatmap.study;

import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.result.JsonDocument;
import io.github.fixationheatmap.result.Tool;
import io.github.fixationheatmap.result.output.Output;
import io.github.fixationheatmap.store.StoredObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
        StudyPlan plan = store.plan(study, run);
        List<ExportRow> rows = rows(study, run, plan);
        List<CombinedPicture> combined = CombinedPicture.of(store, study, rows);
        StudySummary summary = new StudySummary(study, run, rows, combined, changes(study, plan));
        RecordingTable.write(store, study, run, plan.batches());
        int pages = StudyPage.count(summary);
        for (int number = 1; number <= pages; number++) {
            store.put(study.page(number), Output.HTML, StudyPage.of(summary, number, Tool.read()).html());
        }
        deleteOldPages(study, pages);
        deleteOldPictures(study, combined);
        // Last, so that a reader who sees it can read all that it names.
        store.put(study.document(), JsonDocument.MEDIA_TYPE, JsonDocument.bytes(summary.json(Tool.read())));
    }

    private List<String> changes(StudyKeys study, StudyPlan plan) {
        return plan.drops().changes(StudyDrops.list(store, study).inputs());
    }

    private List<ExportRow> rows(StudyKeys study, String run, StudyPlan plan) {
        List<ExportRow> rows = new ArrayList<>();
        Set<String> known = new HashSet<>();
        BatchRunner.parts(store, study, run, plan.batches()).forEach(rows::addAll);
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

    /** Combined pictures of photos that the study does not have any more: their manifests first, so that no manifest names a lost file. */
    private void deleteOldPictures(StudyKeys study, List<CombinedPicture> combined) {
        Set<String> kept = combined.stream().map(CombinedPicture::results).collect(Collectors.toSet());
        for (String folder : store.store().level(store.results(), study.combined()).folders()) {
            if (!kept.contains(folder)) {
                store.store().delete(store.results(), new ResultKeys(folder).manifest());
                store.store().below(store.results(), folder).forEach(object -> store.store().delete(store.results(), object.key()));
            }
        }
    }

    private static Predicate<StoredObject> isNamed(String key) {
        return object -> object.key().equals(key);
    }
}
