package io.github.fixationheatmap.study;

import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.AoiOptions.MetricSet;
import io.github.fixationheatmap.result.JsonDocument;
import io.github.fixationheatmap.result.Tool;
import io.github.fixationheatmap.result.output.Output;
import io.github.fixationheatmap.store.StoredObject;
import io.github.fixationheatmap.study.StudyTable.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The last step of a study: writes the tables, the pages of its drops, and then its document. */
public final class StudyFinisher {

    private final StudyStore store;
    private final TimeCheck time;

    /** @param time ends the step before the function's time does */
    public StudyFinisher(StudyStore store, TimeCheck time) {
        this.store = store;
        this.time = time;
    }

    /**
     * Finishes a run. A drop of a batch that did not end is named as failed.
     *
     * @throws IllegalStateException if there is no such run
     */
    public void finish(StudyKeys study, String run) {
        StudyPlan plan = store.plan(study, run);
        List<BatchPart> parts = BatchPart.all(store, study, run, plan.batches());
        List<ExportRow> rows = rows(plan, parts);
        List<CombinedPicture> combined = CombinedPicture.of(store, study, rows);
        StudySummary summary = new StudySummary(study, run, rows, combined, changes(study, plan), plan.estimate());
        writeTables(study, run, parts);
        Tool tool = Tool.read();
        int pages = StudyPage.count(summary);
        for (int number = 1; number <= pages; number++) {
            store.put(study.page(number), Output.HTML, StudyPage.of(summary, number, tool).html());
        }
        deleteOldPages(study, pages);
        deleteOldPictures(study, combined);
        // Last, so that a reader who sees it can read all that it names.
        store.put(study.document(), JsonDocument.MEDIA_TYPE, JsonDocument.bytes(summary.json(tool)));
    }

    private List<String> changes(StudyKeys study, StudyPlan plan) {
        return plan.drops().changes(StudyDrops.list(store, study).inputs());
    }

    private List<ExportRow> rows(StudyPlan plan, List<BatchPart> parts) {
        List<ExportRow> rows = new ArrayList<>();
        Set<String> known = new HashSet<>();
        parts.forEach(part -> rows.addAll(part.rows()));
        rows.forEach(row -> known.add(row.drop()));
        plan.drops().inputs().keySet().stream().filter(drop -> !known.contains(drop)).forEach(drop -> rows.add(
                ExportRow.unknown(drop, DropKeys.results(StudyDrops.drop(store.drops(), drop), "").prefix())));
        return rows;
    }

    private void writeTables(StudyKeys study, String run, List<BatchPart> parts) {
        Map<String, StoredObject> files = new HashMap<>();
        store.pages().visit(store.results(), study.parts(run), file -> {
            files.put(file.key(), file);
            return true;
        });
        List<Source> recordings = new ArrayList<>();
        List<Source> metrics = new ArrayList<>();
        for (int batch = 0; batch < parts.size(); batch++) {
            if (!parts.get(batch).rows().isEmpty()) {
                recordings.add(source(files, study.partOfRecordings(run, batch)));
            }
            if (parts.get(batch).aoiMetrics().isPresent()) {
                metrics.add(source(files, study.partOfAoiMetrics(run, batch)));
            }
        }
        MetricSet all = parts.stream().flatMap(part -> part.aoiMetrics().stream()).max(Comparator.naturalOrder())
                .orElse(MetricSet.STANDARD);
        new StudyTable(RecordingTable.COLUMNS, recordings).write(store, study.recordings(), time);
        new StudyTable(AoiTable.columns(all), metrics).write(store, study.aoiMetrics(), time);
    }

    /** A batch that ended has its tables: without one of them, that of the study would lack rows. */
    private static Source source(Map<String, StoredObject> files, String key) {
        @Nullable StoredObject file = files.get(key);
        if (file == null) {
            throw new IllegalStateException("there is no " + key + "; start the study again");
        }
        return new Source(Optional.empty(), file);
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
