package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.pipeline.Deadline;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.store.ObjectStore.FetchedObject;
import io.github.fixationheatmap.study.StudyPlanner.Planned;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All steps of a study in one process and without a time limit, in the order of the state machine. */
public final class StudyRunner {

    private static final Duration NO_END = Duration.ofDays(365);
    private static final byte[] DEFAULT_FILE = "{\"combine\": false}".getBytes(StandardCharsets.UTF_8);

    private final StudyStore store;
    private final StudyPlanner planner;
    private final StudyOptions options;
    private final StudyCombiner combiner;

    /** @param overrides options that override those of the study and of its drops */
    public StudyRunner(StudyStore store, HeatmapPipeline pipeline, Overrides overrides) {
        this.store = store;
        this.planner = new StudyPlanner(store, pipeline);
        this.options = new StudyOptions(store.store(), pipeline, overrides);
        this.combiner = new StudyCombiner(store, pipeline, overrides);
    }

    /** The first step. A study without a file has the default options, and combines nothing. */
    public Planned plan(StudyKeys study) {
        return planner.plan(study, store.file(study).map(FetchedObject::bytes).orElse(DEFAULT_FILE));
    }

    /** The other steps. What became of each drop is in the study's results. */
    public void run(Planned.Ready plan, BatchRunner.Listener listener) {
        JsonNode batches = store.json(plan.study().batches(plan.run())).orElseThrow();
        batches.forEach(batch -> run(plan, batch, listener));
        if (plan.combines()) {
            combine(plan);
        }
        new StudyFinisher(store, new Deadline(() -> NO_END)).finish(plan.study(), plan.run());
    }

    private void combine(Planned.Ready plan) {
        StudyCombiner.Level level = StudyCombiner.Level.OF_BATCHES;
        while (level.more()) {
            level = combiner.plan(plan.study(), plan.run(), level.level());
            store.json(level.key()).orElseThrow().forEach(item -> combiner.add(item, new Deadline(() -> NO_END)));
        }
    }

    private void run(Planned.Ready plan, JsonNode batch, BatchRunner.Listener listener) {
        List<String> drops = new ArrayList<>();
        batch.path("drops").forEach(drop -> drops.add(drop.asText()));
        try {
            new BatchRunner(store, options, () -> NO_END, listener).run(plan.study(), plan.run(), batch.path("batch").asInt(), drops);
        } catch (BatchRunner.BatchFailedException told) {
            // The listener was told, and the rows of the batch are written. Another try here would fail again.
        }
    }
}
