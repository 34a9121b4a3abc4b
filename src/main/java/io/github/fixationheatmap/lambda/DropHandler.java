package io.github.fixationheatmap.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.lambda.UploadEvent.Message;
import io.github.fixationheatmap.lambda.priming.PrimingScenario;
import io.github.fixationheatmap.lambda.priming.SnapStartPriming;
import io.github.fixationheatmap.lambda.telemetry.JsonLog;
import io.github.fixationheatmap.lambda.telemetry.Metrics;
import io.github.fixationheatmap.lambda.telemetry.OutcomeLog;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.S3ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.crac.Resource;

/** The function that uploads start. */
public final class DropHandler implements RequestStreamHandler {

    private final JsonMapper mapper = new JsonMapper();
    private final UploadEventReader events = new UploadEventReader(mapper);
    private final ObjectStore store;
    private final HeatmapPipeline pipeline;
    private final PrintStream log;
    private final AtomicBoolean cold = new AtomicBoolean(true);
    @SuppressWarnings("UnusedVariable") // the global context only has a weak reference
    private final Optional<Resource> priming;

    /** The function as Lambda makes it, by its environment. */
    public DropHandler() {
        this(Settings.fromEnvironment(System.getenv()), S3ObjectStore.fromEnvironment(), System.out,
                SnapStartPriming.register(DropHandler::primingScenario, System.getenv(), System.out));
    }

    /** A function over any store, logging to any stream. */
    public DropHandler(Settings settings, ObjectStore store, PrintStream log) {
        this(settings, store, log, Optional.empty());
    }

    private DropHandler(Settings settings, ObjectStore store, PrintStream log, Optional<Resource> priming) {
        this.store = store;
        this.pipeline = new HeatmapPipeline(store, settings.resultsBucket(), settings.limits(), settings.defaults());
        this.log = log;
        this.priming = priming;
    }

    /** Processes a folder, a zip, and the folder's event once more. */
    static PrimingScenario primingScenario() {
        Settings settings = Settings.fromEnvironment(PrimingScenario.ENVIRONMENT);
        return new PrimingScenario((store, log) -> new DropHandler(settings, store, log),
                Stream.of(PrimingScenario.folderKey("fixations.csv"), PrimingScenario.ZIP_KEY,
                        PrimingScenario.folderKey("reference_image.jpeg"))
                        .map(key -> PrimingScenario.Call.upload(key, "{\"batchItemFailures\":[]}")).toList());
    }

    /**
     * Works on every drop that the event tells of. A queue gets back the ids of those messages whose drops have to be tried again;
     * otherwise the first failure is thrown once all drops had their turn.
     */
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        JsonLog requestLog = new JsonLog(log, mapper, context.getAwsRequestId());
        Metrics metrics = new Metrics(context.getFunctionName());
        if (cold.getAndSet(false)) {
            metrics.coldStart();
        }
        DropBatch run = new DropBatch(
                store, pipeline, () -> Duration.ofMillis(context.getRemainingTimeInMillis()), new OutcomeLog(requestLog, metrics));
        try {
            mapper.writeValue(out, answer(in, run, requestLog));
        } finally {
            metrics.write(requestLog);
        }
    }

    private ObjectNode answer(InputStream in, DropBatch run, JsonLog requestLog) throws IOException {
        return switch (events.read(in)) {
            case UploadEvent.Direct direct -> {
                run.addAll("", direct.uploads());
                run.start();
                run.throwFirstFailure();
                yield mapper.createObjectNode();
            }
            case UploadEvent.Batch batch -> {
                batch.messages().forEach(m -> add(run, m, requestLog));
                run.start();
                yield failures(run.failed());
            }
        };
    }

    private static void add(DropBatch run, Message message, JsonLog log) {
        switch (message) {
            case Message.Understood understood -> run.addAll(understood.id(), understood.uploads());
            case Message.Strange strange -> {
                log.warn("message not understood", json -> json.put("messageId", strange.id()).put("why", strange.why()));
                run.fail(strange.id());
                run.addAll(strange.id(), strange.uploads());
            }
        }
    }

    private ObjectNode failures(Set<String> messageIds) {
        ObjectNode answer = mapper.createObjectNode();
        ArrayNode failures = answer.putArray("batchItemFailures");
        messageIds.forEach(id -> failures.addObject().put("itemIdentifier", id));
        return answer;
    }
}
