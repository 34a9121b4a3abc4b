package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.pipeline.Deadline;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.pipeline.Outcome;
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
    private final HeatmapPipeline pipeline;

    public StudyRunner(StudyStore store, HeatmapPipeline pipeline) {
        this.store = store;
        this.pipeline = pipeline;
    }

    /** The first step. A study without a file has the default options, and combines nothing. */
    public Planned plan(StudyKeys study) {
        return new StudyPlanner(store, pipeline).plan(study, store.file(study).map(FetchedObject::bytes).orElse(DEFAULT_FILE));
    }

    /**
     * The other steps.
     *
     * @param overrides options that override those of the study and of its drops
     * @return how drawing all recordings of each photo ended; what became of each drop is in the study's results
     */
    public List<Outcome> run(Planned.Ready plan, Overrides overrides, BatchRunner.Listener listener) {
        StudyOptions options = new StudyOptions(store.store(), pipeline, overrides);
        BatchRunner runner = new BatchRunner(store, options, () -> NO_END, listener);
        items(plan.study().batches(plan.run())).forEach(batch -> run(runner, plan, batch));
        List<Outcome> combined = plan.combines() ? combine(plan, new StudyCombiner(store, pipeline, overrides)) : List.of();
        new StudyFinisher(store, TimeCheck.NONE).finish(plan.study(), plan.run());
        return combined;
    }

    private List<Outcome> combine(Planned.Ready plan, StudyCombiner combiner) {
        List<Outcome> outcomes = new ArrayList<>();
        StudyCombiner.Level level = StudyCombiner.Level.OF_BATCHES;
        while (level.more()) {
            level = combiner.plan(plan.study(), plan.run(), level.level());
            items(level.key()).forEach(item -> combiner.add(item, new Deadline(() -> NO_END)).ifPresent(outcomes::add));
        }
        return outcomes;
    }

    private JsonNode items(String key) {
        return store.json(key).orElseThrow();
    }

    private static void run(BatchRunner runner, Planned.Ready plan, JsonNode batch) {
        List<String> drops = new ArrayList<>();
        batch.path("drops").forEach(drop -> drops.add(drop.asText()));
        try {
            runner.run(plan.study(), plan.run(), batch.path("batch").asInt(), drops);
        } catch (BatchRunner.BatchFailedException told) {
            // The listener was told, and the rows of the batch are written. Another try here would fail again.
        }
    }
}
