package io.github.fixationheatmap.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.lambda.UploadEvent.Message;
import io.github.fixationheatmap.lambda.priming.PrimingScenario;
import io.github.fixationheatmap.lambda.priming.SnapStartPriming;
import io.github.fixationheatmap.lambda.telemetry.JsonLog;
import io.github.fixationheatmap.lambda.telemetry.Metrics;
import io.github.fixationheatmap.lambda.telemetry.OutcomeLog;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.S3ObjectStore;
import io.github.fixationheatmap.study.StudyOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.crac.Resource;

/** The function that processes uploads. */
public final class DropHandler implements RequestStreamHandler {

    private final JsonMapper mapper = new JsonMapper();
    private final UploadEventReader events = new UploadEventReader(mapper);
    private final ObjectStore store;
    private final HeatmapPipeline pipeline;
    private final Function<Drop, HeatmapPipeline> pipelines;
    private final PrintStream log;
    private final AtomicBoolean cold = new AtomicBoolean(true);
    @SuppressWarnings("UnusedVariable") // the global context only has a weak reference
    private final Optional<Resource> priming;

    /** Called by Lambda. All settings come from environment variables. */
    public DropHandler() {
        this(Settings.fromEnvironment(System.getenv()), S3ObjectStore.fromEnvironment(), System.out,
                SnapStartPriming.register(DropHandler::primingScenario, System.getenv(), System.out));
    }

    /** A function over this store, logging to this stream. */
    public DropHandler(Settings settings, ObjectStore store, PrintStream log) {
        this(settings, store, log, Optional.empty());
    }

    private DropHandler(Settings settings, ObjectStore store, PrintStream log, Optional<Resource> priming) {
        this.store = store;
        this.pipeline = new HeatmapPipeline(store, settings.resultsBucket(), settings.limits(), settings.defaults());
        this.pipelines = switch (settings.studies()) {
            case ON -> new StudyOptions(store, pipeline)::of;
            case OFF -> drop -> pipeline;
        };
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
     * Processes every drop that the event names. The answer to a queue lists the messages to retry. For other events the type and
     * place of the first failure are thrown after all drops have been processed.
     */
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        JsonLog requestLog = new JsonLog(log, mapper, context.getAwsRequestId());
        Metrics metrics = new Metrics(context.getFunctionName());
        if (cold.getAndSet(false)) {
            metrics.coldStart();
        }
        DropBatch batch = new DropBatch(store, pipelines, pipeline, () -> Duration.ofMillis(context.getRemainingTimeInMillis()),
                new OutcomeLog(requestLog, metrics));
        try {
            mapper.writeValue(out, answer(in, batch, requestLog));
        } finally {
            metrics.write(requestLog);
        }
    }

    private ObjectNode answer(InputStream in, DropBatch batch, JsonLog requestLog) throws IOException {
        return switch (events.read(in)) {
            case UploadEvent.Direct direct -> {
                batch.addAll("", direct.uploads());
                batch.run();
                batch.throwFirstFailure();
                yield mapper.createObjectNode();
            }
            case UploadEvent.Batch queued -> {
                queued.messages().forEach(m -> add(batch, m, requestLog));
                batch.run();
                yield failures(batch.messagesToRetry());
            }
        };
    }

    private static void add(DropBatch batch, Message message, JsonLog log) {
        switch (message) {
            case Message.Parsed parsed -> batch.addAll(parsed.id(), parsed.uploads());
            case Message.Malformed malformed -> {
                log.warn("message not understood", json -> json.put("messageId", malformed.id()).put("why", malformed.reason()));
                batch.retry(malformed.id());
                batch.addAll(malformed.id(), malformed.uploads());
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
