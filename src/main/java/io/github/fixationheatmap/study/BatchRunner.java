package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.AoiOptions.MetricSet;
import io.github.fixationheatmap.pipeline.Deadline;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.pipeline.Outcome;
import io.github.fixationheatmap.study.ExportRow.Numbers;
import io.github.fixationheatmap.study.ExportRow.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The second step of a study: runs the drops of a batch whose current results are not there, and writes down what became of each. */
public final class BatchRunner {

    /** Hears of what happens to each drop. */
    public interface Listener {

        /** A drop begins. */
        default void began(String drop) {}

        /** An export of a drop ended. */
        void ended(String drop, Outcome outcome);

        /** A drop failed; the batch will be tried again. */
        void failed(String drop, Throwable failure, Deadline.StageTimes times);

        /** Nothing more happens to a drop in this batch. */
        default void left(String drop) {}
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
        BatchTables tables = new BatchTables(study);
        BatchSums sums = new BatchSums(store);
        @Nullable Throwable firstFailure = null;
        for (String key : drops) {
            Deadline deadline = new Deadline(remaining);
            listener.began(key);
            try {
                rows.addAll(run(StudyDrops.drop(store.drops(), key), deadline, tables, sums));
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError failure) {
                Deadline.StageTimes times = deadline.lap();
                listener.failed(key, failure, times);
                firstFailure = firstFailure == null ? failure : firstFailure;
                rows.add(failed(key, failure, times.total()));
            }
            listener.left(key);
        }
        sums.write(study, run, batch);
        Optional<MetricSet> metrics = tables.write(store, run, batch, Deadline.ofLastWork(remaining));
        store.putWork(study.part(run, batch), new BatchPart(rows, metrics).json());
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

    private List<ExportRow> run(Drop drop, Deadline deadline, BatchTables tables, BatchSums sums) {
        List<ExportRow> rows = new ArrayList<>();
        HeatmapPipeline pipeline = options.of(drop);
        for (Outcome outcome : options.processor(pipeline).process(drop, deadline)) {
            listener.ended(drop.key(), outcome);
            rows.add(row(drop, outcome, tables, sums, pipeline));
        }
        return rows;
    }

    private ExportRow row(Drop drop, Outcome outcome, BatchTables tables, BatchSums sums, HeatmapPipeline pipeline) {
        long millis = outcome.times().total().toMillis();
        String results = outcome.keys().prefix();
        return switch (outcome) {
            case Outcome.Waiting waiting -> new ExportRow(drop.key(), results, State.WAITING,
                    "There is no " + String.join(" and no ", waiting.missing()) + ".", millis);
            case Outcome.Refused refused -> new ExportRow(drop.key(), results, State.REFUSED, refused.problem().detail(), millis);
            case Outcome.Done done -> done(drop, outcome.keys(), millis, tables, sums, pipeline);
            case Outcome.Unchanged unchanged -> switch (unchanged.before()) {
                case DONE -> done(drop, outcome.keys(), millis, tables, sums, pipeline);
                case REFUSED -> new ExportRow(drop.key(), results, State.REFUSED,
                        store.json(unchanged.keys().error()).map(error -> error.path("detail").asText()).orElse("see error.json"), millis);
            };
        };
    }

    private ExportRow done(Drop drop, ResultKeys keys, long millis, BatchTables tables, BatchSums sums, HeatmapPipeline pipeline) {
        JsonNode manifest = store.json(keys.manifest())
                .orElseThrow(() -> new IllegalStateException("the results were removed meanwhile"));
        tables.add(store.results(), keys.prefix(), manifest);
        boolean report = manifest.path("outputs").findValuesAsText("key").contains(keys.of("report.html"));
        return new ExportRow(drop.key(), keys.prefix(), State.DONE, "",
                new Numbers(Numbers.countedRecordings(manifest), manifest.path("rows").path("counted").asLong(), report, millis),
                StudyOptions.combines(pipeline) ? sums.add(drop, keys, manifest, options.ofAll(pipeline)) : BatchSums.Added.NOTHING);
    }

    /** A drop of a batch failed. It names the type and the place of the failure only: a message may quote a file. */
    public static final class BatchFailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BatchFailedException(Throwable failure) {
            super(failure.getClass().getName());
        }
    }
}
