package io.github.fixationheatmap.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fixationheatmap.api.ApiRequest;
import io.github.fixationheatmap.api.ApiResponse;
import io.github.fixationheatmap.api.HeatmapApi;
import io.github.fixationheatmap.api.HeatmapApi.Cors;
import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.lambda.priming.PrimingS3;
import io.github.fixationheatmap.lambda.priming.PrimingScenario;
import io.github.fixationheatmap.lambda.priming.SnapStartPriming;
import io.github.fixationheatmap.lambda.telemetry.JsonLog;
import io.github.fixationheatmap.lambda.telemetry.Metrics;
import io.github.fixationheatmap.lambda.telemetry.OutcomeLog;
import io.github.fixationheatmap.pipeline.Deadline;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.pipeline.Outcome;
import io.github.fixationheatmap.store.Presigner;
import io.github.fixationheatmap.store.S3ObjectStore;
import io.github.fixationheatmap.store.S3UrlPresigner;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.crac.Resource;

/** The function that API Gateway calls. */
public final class ApiHandler implements RequestStreamHandler {

    private final JsonMapper mapper = new JsonMapper();
    private final HttpEvents events = new HttpEvents(mapper);
    private final HeatmapApi api;
    private final PrintStream log;
    private final AtomicBoolean cold = new AtomicBoolean(true);
    @SuppressWarnings("UnusedVariable") // the global context only has a weak reference
    private final Optional<Resource> priming;

    /** Called by Lambda. All settings come from environment variables. */
    public ApiHandler() {
        this(Settings.fromEnvironment(System.getenv()), Settings.Api.fromEnvironment(System.getenv()), S3ObjectStore.fromEnvironment(),
                S3UrlPresigner.fromEnvironment(), System.out,
                SnapStartPriming.register(ApiHandler::primingScenario, System.getenv(), System.out));
    }

    /** A function over this S3, logging to this stream. */
    public ApiHandler(Settings settings, Settings.Api apiSettings, S3ObjectStore store, Presigner presigner, PrintStream log) {
        this(settings, apiSettings, store, presigner, log, Optional.empty());
    }

    private ApiHandler(Settings settings, Settings.Api apiSettings, S3ObjectStore store, Presigner presigner, PrintStream log,
            Optional<Resource> priming) {
        HeatmapPipeline pipeline = new HeatmapPipeline(store, settings.resultsBucket(), settings.limits(), settings.defaults());
        HeatmapApi.Stack stack = new HeatmapApi.Stack(apiSettings.dropBucket(), settings.resultsBucket(), settings.studies());
        this.api = new HeatmapApi(pipeline, store, presigner, stack, new Cors(apiSettings.corsOrigin()), InstantSource.system());
        this.log = log;
        this.priming = priming;
    }

    /** Makes a heatmap, and lists it. */
    static PrimingScenario primingScenario() {
        Settings settings = Settings.fromEnvironment(PrimingScenario.ENVIRONMENT);
        Settings.Api apiSettings = Settings.Api.fromEnvironment(PrimingScenario.ENVIRONMENT);
        String ok = "\"statusCode\":200";
        return new PrimingScenario((store, log) -> new ApiHandler(settings, apiSettings, store, PrimingS3.presigner(), log), List.of(
                PrimingScenario.Call.http("POST", "/v1/heatmaps", "{\\\"drop\\\": \\\"" + PrimingScenario.FOLDER + "\\\"}", ok),
                PrimingScenario.Call.http("GET", "/v1/heatmaps", "", ok)));
    }

    /** Answers an HTTP request in payload format 1.0 or 2.0. No request, however wrong, makes it throw. */
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        JsonLog requestLog = new JsonLog(log, mapper, context.getAwsRequestId());
        ApiRequest request = events.read(in, context.getAwsRequestId());
        Metrics metrics = new Metrics(context.getFunctionName());
        if (cold.getAndSet(false)) {
            metrics.coldStart();
        }
        Deadline deadline = new Deadline(() -> Duration.ofMillis(context.getRemainingTimeInMillis()));
        ApiResponse response = api.handle(request, deadline, new LoggingListener(requestLog, new OutcomeLog(requestLog, metrics)));
        requestLog.info("request answered", json -> json.put("method", request.method()).put("path", request.path())
                .put("status", response.status()));
        metrics.write(requestLog);
        mapper.writeValue(out, events.write(response));
    }

    private record LoggingListener(JsonLog log, OutcomeLog outcomes) implements HeatmapApi.Listener {
        @Override
        public void ended(Drop drop, Outcome outcome) {
            outcomes.ended(drop.key(), outcome);
        }

        @Override
        public void failed(Throwable failure) {
            log.error("request failed", failure, json -> { });
        }
    }
}
