package io.github.fixationheatmap.lambda;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.lambda.UploadEvent.Upload;
import io.github.fixationheatmap.lambda.telemetry.OutcomeLog;
import io.github.fixationheatmap.pipeline.Attempts.OvertakenException;
import io.github.fixationheatmap.pipeline.Deadline;
import io.github.fixationheatmap.pipeline.DropProcessor;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.pipeline.HeatmapRequest.RequestDocument;
import io.github.fixationheatmap.pipeline.OnDemandProcessor;
import io.github.fixationheatmap.pipeline.Outcome;
import io.github.fixationheatmap.store.ObjectStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The drops and requests of one event. Each is processed once, even if the event names several of its files. A failure of one does not
 * affect the others.
 */
final class DropBatch {

    /** The work that an upload starts. A drop is known by its key; a request must be read first. */
    private sealed interface WorkItem {
        String key();

        record OfDrop(Drop drop) implements WorkItem {
            @Override
            public String key() {
                return drop.key();
            }
        }

        record OfRequest(String bucket, String key) implements WorkItem {}
    }

    /** @param number the first is 1 */
    private record Turn(WorkItem item, int number) {}

    /** How often an item that was overtaken comes up in a batch. */
    private static final int MAX_TURNS = 4;

    private final ObjectStore store;
    private final Function<Drop, HeatmapPipeline> pipelines;
    private final OnDemandProcessor requests;
    private final Supplier<Duration> remaining;
    private final OutcomeLog log;
    private final Map<WorkItem, Set<String>> messagesOf = new LinkedHashMap<>();
    private final Set<String> messagesToRetry = new LinkedHashSet<>();
    private @Nullable Throwable firstFailure;

    /**
     * A batch without work.
     *
     * @param pipelines the pipeline of a drop: a study may set its options
     * @param pipeline the pipeline of requests
     */
    DropBatch(ObjectStore store, Function<Drop, HeatmapPipeline> pipelines, HeatmapPipeline pipeline, Supplier<Duration> remaining,
            OutcomeLog log) {
        this.store = store;
        this.pipelines = pipelines;
        this.requests = new OnDemandProcessor(pipeline);
        this.remaining = remaining;
        this.log = log;
    }

    /** Adds the work that the uploads of a message start. */
    void addAll(String messageId, List<Upload> uploads) {
        for (Upload upload : uploads) {
            DropKeys.skippedDropOf(upload.bucket(), upload.key()).ifPresent(log::skipped);
            workItem(upload).ifPresent(item -> messagesOf.computeIfAbsent(item, i -> new LinkedHashSet<>()).add(messageId));
        }
    }

    private static Optional<WorkItem> workItem(Upload upload) {
        if (DropKeys.requestOf(upload.key()).isPresent()) {
            return Optional.of(new WorkItem.OfRequest(upload.bucket(), upload.key()));
        }
        return DropKeys.dropOf(upload.bucket(), upload.key()).map(WorkItem.OfDrop::new);
    }

    private List<Outcome> run(WorkItem item, Deadline deadline) {
        return switch (item) {
            case WorkItem.OfDrop dropped -> new DropProcessor(pipelines.apply(dropped.drop())).process(dropped.drop(), deadline);
            // A request without an object was deleted, because it has been given up.
            case WorkItem.OfRequest requested -> store.fetch(requested.bucket(), requested.key(), RequestDocument.MAX_BYTES).stream()
                    .map(content -> requests.run(RequestDocument.read(content), deadline)).toList();
        };
    }

    /** Has the queue deliver a message again. */
    void retry(String messageId) {
        messagesToRetry.add(messageId);
    }

    /**
     * Processes all drops and requests that the remaining time allows. One that concurrent writers overtook again and again has another
     * turn after the others: the queue would deliver its messages many minutes later.
     */
    void run() {
        Queue<Turn> turns = new ArrayDeque<>();
        messagesOf.keySet().forEach(item -> turns.add(new Turn(item, 1)));
        while (!turns.isEmpty()) {
            run(turns.remove()).ifPresent(turns::add);
        }
    }

    /** The next turn, if the item needs one. */
    private Optional<Turn> run(Turn turn) {
        Deadline deadline = new Deadline(remaining);
        try {
            run(turn.item(), deadline).forEach(outcome -> log.ended(turn.item().key(), outcome));
        } catch (OvertakenException overtaken) {
            if (turn.number() < MAX_TURNS) {
                log.overtaken(turn.item().key(), deadline.lap());
                return Optional.of(new Turn(turn.item(), turn.number() + 1));
            }
            failed(turn.item(), overtaken, deadline);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError failure) {
            // Bad input is an outcome and not thrown. This may be throttling or a missing right, and must not affect the other drops.
            failed(turn.item(), failure, deadline);
        }
        return Optional.empty();
    }

    private void failed(WorkItem item, Throwable failure, Deadline deadline) {
        log.failed(item.key(), failure, deadline.lap());
        messagesToRetry.addAll(messagesOf.getOrDefault(item, Set.of()));
        firstFailure = firstFailure == null ? failure : firstFailure;
    }

    /** The ids of the messages that the queue must deliver again. */
    Set<String> messagesToRetry() {
        return messagesToRetry;
    }

    /** @throws DropFailedException if a drop or a request failed */
    void throwFirstFailure() {
        if (firstFailure != null) {
            throw new DropFailedException(firstFailure);
        }
    }

    /**
     * A drop or a request failed. The runtime logs it as it is, with its causes: so it names the type and the place of the failure only,
     * and has no cause, whose message may quote a file.
     */
    static final class DropFailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DropFailedException(Throwable failure) {
            super(failure.getClass().getName() + Stream.of(failure.getStackTrace()).findFirst().map(at -> " at " + at).orElse(""));
        }
    }
}
