package io.github.fixationheatmap.lambda;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.job.Deadline;
import io.github.fixationheatmap.job.HeatmapJob;
import io.github.fixationheatmap.job.HeatmapPipeline;
import io.github.fixationheatmap.job.Outcome;
import io.github.fixationheatmap.lambda.UploadEvent.Upload;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The drops of one event. Each is worked on once, however many of its files the event tells of, and none keeps another from its turn. */
final class DropRun {

    private final HeatmapPipeline pipeline;
    private final Deadline deadline;
    private final JsonLog log;
    private final Map<Drop, Set<String>> messagesOf = new LinkedHashMap<>();
    private final Set<String> failed = new LinkedHashSet<>();
    private @Nullable Throwable firstFailure;

    DropRun(HeatmapPipeline pipeline, Deadline deadline, JsonLog log) {
        this.pipeline = pipeline;
        this.deadline = deadline;
        this.log = log;
    }

    /** Adds the drops that these uploads start, on behalf of a message. */
    void addAll(String messageId, List<Upload> uploads) {
        for (Upload upload : uploads) {
            DropKeys.dropOf(upload.bucket(), upload.key())
                    .ifPresent(drop -> messagesOf.computeIfAbsent(drop, d -> new LinkedHashSet<>()).add(messageId));
        }
    }

    /** Has a message come again. */
    void fail(String messageId) {
        failed.add(messageId);
    }

    /** Works on all drops, as far as there is time. */
    void start() {
        messagesOf.forEach((drop, messages) -> {
            try {
                pipeline.run(new HeatmapJob(drop, deadline)).forEach(outcome -> tell(drop, outcome));
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError passing) {
                // Bad input never comes here: this may be anything from throttling to a missing right, and the other drops must not suffer.
                log.error("drop failed and will be tried again", passing, json -> json.put("drop", drop.key()));
                failed.addAll(messages);
                firstFailure = firstFailure == null ? passing : firstFailure;
            }
        });
    }

    private void tell(Drop drop, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done done -> log.info("results written", json -> json.put("drop", drop.key()).put("results", done.keys().prefix())
                    .put("rowsRead", done.rowsRead()).put("rowsCounted", done.rowsCounted()));
            case Outcome.Unchanged unchanged -> log.info("nothing to do: done before",
                    json -> json.put("drop", drop.key()).put("results", unchanged.keys().prefix()));
            case Outcome.Waiting waiting -> log.info("waiting for " + String.join(" and ", waiting.missing()),
                    json -> json.put("drop", drop.key()));
            case Outcome.Refused refused -> log.warn("input refused", json -> json.put("drop", drop.key())
                    .put("results", refused.keys().prefix()).put("problem", refused.problem().type().uri())
                    .put("detail", refused.problem().detail()));
        }
    }

    /** The messages whose drops have to be tried again. */
    Set<String> failed() {
        return failed;
    }

    void throwFirstFailure() {
        switch (firstFailure) {
            case null -> { }
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(firstFailure);
        }
    }
}
