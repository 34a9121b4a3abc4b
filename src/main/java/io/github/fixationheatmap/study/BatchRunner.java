package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.pipeline.Deadline;
import io.github.fixationheatmap.pipeline.DropProcessor;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.pipeline.Outcome;
import io.github.fixationheatmap.result.output.Output;
import io.github.fixationheatmap.study.ExportRow.Numbers;
import io.github.fixationheatmap.study.ExportRow.State;
import io.github.fixationheatmap.store.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The second step of a study: runs the drops of a batch whose current results are not there, and writes down what became of each. */
public final class BatchRunner {

    /** Hears of what happens to each drop. */
    public interface Listener {

        /** An export of a drop ended. */
        void ended(String drop, Outcome outcome);

        /** A drop failed; the batch will be tried again. */
        void failed(String drop, Throwable failure, Deadline.StageTimes times);
    }

    private final StudyStore store;
    private final StudyOptions options;
    private final Supplier<Duration> remaining;
    private final Listener listener;

    /** @param remaining how much time is left */
    public BatchRunner(StudyStore store, StudyOptions options, Supplier<Duration> remaining, Listener listener) {
        this.store = store;
        this.options = options;
        this.remaining = remaining;
        this.listener = listener;
    }

    /**
     * Runs a batch. A drop with bad input is data of the study.
     *
     * @throws BatchFailedException if a drop failed that may succeed in another try; what became of all drops is written
     */
    public void run(StudyKeys study, String run, int batch, List<String> drops) {
        List<ExportRow> rows = new ArrayList<>();
        RecordingTable recordings = new RecordingTable(study);
        BatchSums sums = new BatchSums(store);
        @Nullable Throwable firstFailure = null;
        for (String key : drops) {
            Deadline deadline = new Deadline(remaining);
            try {
                rows.addAll(run(StudyDrops.drop(store.drops(), key), deadline, recordings, sums));
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError failure) {
                Deadline.StageTimes times = deadline.lap();
                listener.failed(key, failure, times);
                firstFailure = firstFailure == null ? failure : firstFailure;
                rows.add(failed(key, failure, times.total()));
            }
        }
        sums.write(study, run, batch);
        store.put(study.partOfRecordings(run, batch), Output.CSV, recordings.bytes());
        store.putWork(study.part(run, batch), json(rows));
        if (firstFailure != null) {
            throw new BatchFailedException(firstFailure);
        }
    }

    private ExportRow failed(String key, Throwable failure, Duration time) {
        String detail = failure instanceof TimeCheck.OutOfTimeException ? "There was too little time; start the study again."
                : "Something passing went wrong (" + failure.getClass().getSimpleName() + "); start the study again.";
        return new ExportRow(key, DropKeys.results(StudyDrops.drop(store.drops(), key), "").prefix(), State.FAILED, detail,
                time.toMillis());
    }

    private List<ExportRow> run(Drop drop, Deadline deadline, RecordingTable recordings, BatchSums sums) {
        List<ExportRow> rows = new ArrayList<>();
        HeatmapPipeline pipeline = options.of(drop);
        for (Outcome outcome : new DropProcessor(pipeline).process(drop, deadline)) {
            listener.ended(drop.key(), outcome);
            rows.add(row(drop, outcome, recordings, sums, pipeline.defaults()));
        }
        return rows;
    }

    private ExportRow row(Drop drop, Outcome outcome, RecordingTable recordings, BatchSums sums, HeatmapOptions study) {
        long millis = outcome.times().total().toMillis();
        String results = outcome.keys().prefix();
        return switch (outcome) {
            case Outcome.Waiting waiting -> new ExportRow(drop.key(), results, State.WAITING,
                    "There is no " + String.join(" and no ", waiting.missing()) + ".", millis);
            case Outcome.Refused refused -> new ExportRow(drop.key(), results, State.REFUSED, refused.problem().detail(), millis);
            case Outcome.Done done -> done(drop, results, millis, recordings, sums, study);
            case Outcome.Unchanged unchanged -> switch (unchanged.before()) {
                case DONE -> done(drop, results, millis, recordings, sums, study);
                case REFUSED -> new ExportRow(drop.key(), results, State.REFUSED,
                        store.json(unchanged.keys().error()).map(error -> error.path("detail").asText()).orElse("see error.json"), millis);
            };
        };
    }

    private ExportRow done(Drop drop, String results, long millis, RecordingTable table, BatchSums sums, HeatmapOptions study) {
        Optional<JsonNode> found = store.json(results + "manifest.json");
        JsonNode manifest = found.orElseThrow(() -> new IllegalStateException("the results were removed meanwhile"));
        table.add(results, manifest);
        boolean report = manifest.path("outputs").findValuesAsText("key").contains(results + "report.html");
        return new ExportRow(drop.key(), results, State.DONE, "",
                new Numbers(Numbers.countedRecordings(manifest), manifest.path("rows").path("counted").asLong(), report, millis),
                sums.add(drop, results, manifest, study));
    }

    private static ObjectNode json(List<ExportRow> rows) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode exports = json.putArray("exports");
        rows.forEach(row -> exports.add(row.json()));
        return json;
    }

    /** The rows of all batches of a run; none of a batch that did not end. */
    static List<List<ExportRow>> parts(StudyStore store, StudyKeys study, String run, int batches) {
        try (Tasks tasks = new Tasks()) {
            List<CompletableFuture<List<ExportRow>>> parts = new ArrayList<>();
            for (int batch = 0; batch < batches; batch++) {
                String key = study.part(run, batch);
                parts.add(tasks.submit(() -> store.json(key).map(BatchRunner::rows).orElse(List.of())));
            }
            return parts.stream().map(Tasks::await).toList();
        }
    }

    private static List<ExportRow> rows(JsonNode part) {
        List<ExportRow> rows = new ArrayList<>();
        part.path("exports").forEach(row -> rows.add(ExportRow.of(row)));
        return rows;
    }

    /** A drop of a batch failed. It names the type and the place of the failure only: a message may quote a file. */
    public static final class BatchFailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BatchFailedException(Throwable failure) {
            super(failure.getClass().getName());
        }
    }
}
