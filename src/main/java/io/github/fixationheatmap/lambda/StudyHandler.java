package io.github.fixationheatmap.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.lambda.priming.PrimingScenario;
import io.github.fixationheatmap.lambda.priming.SnapStartPriming;
import io.github.fixationheatmap.lambda.telemetry.JsonLog;
import io.github.fixationheatmap.lambda.telemetry.Metrics;
import io.github.fixationheatmap.lambda.telemetry.OutcomeLog;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.pipeline.Deadline;
import io.github.fixationheatmap.pipeline.Deadline.StageTimes;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.pipeline.Outcome;
import io.github.fixationheatmap.store.S3ObjectStore;
import io.github.fixationheatmap.study.BatchRunner;
import io.github.fixationheatmap.study.StudyCombiner;
import io.github.fixationheatmap.study.StudyCost;
import io.github.fixationheatmap.study.StudyFinisher;
import io.github.fixationheatmap.study.StudyOptions;
import io.github.fixationheatmap.study.StudyPlanner;
import io.github.fixationheatmap.study.StudyPlanner.Planned;
import io.github.fixationheatmap.study.StudyStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.crac.Resource;

/** The function that the state machine of studies calls, once for each step and batch. */
public final class StudyHandler implements RequestStreamHandler {

    private final JsonMapper mapper = new JsonMapper();
    private final StudyStore store;
    private final HeatmapPipeline pipeline;
    private final PrintStream log;
    private final AtomicBoolean cold = new AtomicBoolean(true);
    @SuppressWarnings("UnusedVariable") // the global context only has a weak reference
    private final Optional<Resource> priming;

    /** Called by Lambda. All settings come from environment variables. */
    public StudyHandler() {
        this(Settings.fromEnvironment(System.getenv()), Settings.Api.fromEnvironment(System.getenv()), S3ObjectStore.fromEnvironment(),
                System.out, SnapStartPriming.register(StudyHandler::primingScenario, System.getenv(), System.out));
    }

    /** A function over this S3, logging to this stream. */
    public StudyHandler(Settings settings, Settings.Api buckets, S3ObjectStore s3, PrintStream log) {
        this(settings, buckets, s3, log, Optional.empty());
    }

    private StudyHandler(Settings settings, Settings.Api buckets, S3ObjectStore s3, PrintStream log, Optional<Resource> priming) {
        this.store = new StudyStore(s3, s3, s3, buckets.dropBucket(), settings.resultsBucket());
        this.pipeline = new HeatmapPipeline(s3, settings.resultsBucket(), settings.limits(), settings.defaults());
        this.log = log;
        this.priming = priming;
    }

    /** Takes all steps of a study of three drops, two of which show the same photo. */
    static PrimingScenario primingScenario() {
        Settings settings = Settings.fromEnvironment(PrimingScenario.ENVIRONMENT);
        Settings.Api buckets = Settings.Api.fromEnvironment(PrimingScenario.ENVIRONMENT);
        return new PrimingScenario((s3, log) -> new StudySteps(new StudyHandler(settings, buckets, s3, log), s3),
                List.of(new PrimingScenario.Call("{\"step\": \"plan\", \"study\": \"" + PrimingScenario.studyKey() + "\"}",
                        "\"outcome\":\"planned\"")));
    }

    /**
     * Takes one step of a study. Bad input is an answer; what may succeed in another try is thrown.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        JsonLog requestLog = new JsonLog(log, mapper, context.getAwsRequestId());
        Metrics metrics = new Metrics(context.getFunctionName());
        if (cold.getAndSet(false)) {
            metrics.coldStart();
        }
        JsonNode event = mapper.readTree(in);
        try {
            mapper.writeValue(out, step(event, context, new Log(new OutcomeLog(requestLog, metrics))));
        } finally {
            metrics.write(requestLog);
        }
    }

    private ObjectNode step(JsonNode event, Context context, BatchRunner.Listener listener) {
        Supplier<Duration> remaining = () -> Duration.ofMillis(context.getRemainingTimeInMillis());
        String step = event.path("step").asText();
        switch (step) {
            case "plan" -> {
                return answer(new StudyPlanner(store, pipeline, StudyCost.Billing.AWS).plan(event.path("study").asText()));
            }
            case "run" -> new BatchRunner(store, new StudyOptions(store.store(), pipeline), remaining, listener)
                    .run(study(event), event.path("run").asText(), event.path("batch").asInt(), drops(event));
            case "sums" -> {
                return answer(combiner().plan(study(event), event.path("run").asText(), event.path("level").asInt()));
            }
            case "sum" -> combiner().add(event, new Deadline(remaining))
                    .ifPresent(outcome -> listener.ended(outcome.keys().prefix(), outcome));
            case "finish" -> new StudyFinisher(store, Deadline.ofLastWork(remaining))
                    .finish(study(event), event.path("run").asText());
            default -> throw new IllegalArgumentException("no step of a study: " + step);
        }
        return mapper.createObjectNode();
    }

    private StudyCombiner combiner() {
        return new StudyCombiner(store, pipeline, Overrides.none());
    }

    private static StudyKeys study(JsonNode event) {
        return new StudyKeys(event.path("study").asText());
    }

    private static List<String> drops(JsonNode event) {
        List<String> drops = new ArrayList<>();
        event.path("drops").forEach(drop -> drops.add(drop.asText()));
        return drops;
    }

    private ObjectNode answer(Planned planned) {
        ObjectNode answer = mapper.createObjectNode();
        switch (planned) {
            case Planned.Ready ready -> {
                answer.put("outcome", "planned").put("study", ready.study().name()).put("run", ready.run()).put("drops", ready.drops());
                answer.putObject("batches").put("bucket", store.results()).put("key", ready.study().batches(ready.run()));
                answer.put("combine", ready.combines());
            }
            case Planned.Refused refused -> answer.put("outcome", "refused");
            case Planned.Absent absent -> answer.put("outcome", "refused");
        }
        return answer;
    }

    private ObjectNode answer(StudyCombiner.Level level) {
        ObjectNode answer = mapper.createObjectNode().put("level", level.level()).put("more", level.more());
        if (level.count() > 0) {
            answer.putObject("items").put("bucket", store.results()).put("key", level.key());
        }
        return answer;
    }

    private record Log(OutcomeLog outcomes) implements BatchRunner.Listener {
        @Override
        public void ended(String drop, Outcome outcome) {
            outcomes.ended(drop, outcome);
        }

        @Override
        public void failed(String drop, Throwable failure, StageTimes times) {
            outcomes.failed(drop, failure, times);
        }
    }
}
