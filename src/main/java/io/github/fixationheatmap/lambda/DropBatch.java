package io.github.fixationheatmap.lambda;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.lambda.UploadEvent.Upload;
import io.github.fixationheatmap.lambda.telemetry.OutcomeLog;
import io.github.fixationheatmap.pipeline.DropProcessor;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.pipeline.OnDemandProcessor;
import io.github.fixationheatmap.pipeline.RequestDocument;
import io.github.fixationheatmap.pipeline.publish.Outcome;
import io.github.fixationheatmap.pipeline.timing.Deadline;
import io.github.fixationheatmap.store.ObjectStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The drops and requests of one event. Each is worked on once, however many of its files the event tells of, and none keeps another from
 * its turn.
 */
final class DropBatch {

    /** What an upload starts: a drop is known by its key, a request has to be read first. */
    private sealed interface Start {
        String key();

        record Dropped(Drop drop) implements Start {
            @Override
            public String key() {
                return drop.key();
            }
        }

        record Requested(String bucket, String key) implements Start {}
    }

    private final ObjectStore store;
    private final DropProcessor drops;
    private final OnDemandProcessor requests;
    private final Supplier<Duration> remaining;
    private final OutcomeLog log;
    private final Map<Start, Set<String>> messagesOf = new LinkedHashMap<>();
    private final Set<String> failed = new LinkedHashSet<>();
    private @Nullable Throwable firstFailure;

    DropBatch(ObjectStore store, HeatmapPipeline pipeline, Supplier<Duration> remaining, OutcomeLog log) {
        this.store = store;
        this.drops = new DropProcessor(pipeline);
        this.requests = new OnDemandProcessor(pipeline);
        this.remaining = remaining;
        this.log = log;
    }

    /** Adds the drops that these uploads start, on behalf of a message. */
    void addAll(String messageId, List<Upload> uploads) {
        for (Upload upload : uploads) {
            start(upload).ifPresent(start -> messagesOf.computeIfAbsent(start, s -> new LinkedHashSet<>()).add(messageId));
        }
    }

    private static Optional<Start> start(Upload upload) {
        if (DropKeys.requestOf(upload.key()).isPresent()) {
            return Optional.of(new Start.Requested(upload.bucket(), upload.key()));
        }
        return DropKeys.dropOf(upload.bucket(), upload.key()).map(Start.Dropped::new);
    }

    private List<Outcome> run(Start start, Deadline clock) {
        return switch (start) {
            case Start.Dropped dropped -> drops.process(dropped.drop(), clock);
            // A request that is no longer there was given up.
            case Start.Requested requested -> store.fetch(requested.bucket(), requested.key(), RequestDocument.MAX_BYTES).stream()
                    .map(content -> requests.run(new RequestDocument().read(content), clock)).toList();
        };
    }

    /** Has a message come again. */
    void fail(String messageId) {
        failed.add(messageId);
    }

    /** Works on all drops, as far as there is time. */
    void start() {
        messagesOf.forEach((start, messages) -> {
            Deadline clock = new Deadline(remaining);
            try {
                run(start, clock).forEach(outcome -> log.ended(start.key(), outcome));
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError passing) {
                // Bad input never comes here: this may be anything from throttling to a missing right, and the other drops must not suffer.
                log.failed(start.key(), passing, clock.lap());
                failed.addAll(messages);
                firstFailure = firstFailure == null ? passing : firstFailure;
            }
        });
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
