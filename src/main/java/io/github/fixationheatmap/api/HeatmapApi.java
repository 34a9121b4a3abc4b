package io.github.fixationheatmap.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.pipeline.publish.Outcome;
import io.github.fixationheatmap.pipeline.timing.Deadline;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.result.ProblemJson;
import io.github.fixationheatmap.store.ObjectPages;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.Presigner;
import java.time.InstantSource;

/** The API: calls the operation of a request's route. Every answer, also to a failure, is one that the OpenAPI document describes. */
public final class HeatmapApi {

    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    private final Cors cors;
    private final CreateUpload createUpload;
    private final CreateHeatmap createHeatmap;
    private final GetHeatmap getHeatmap;
    private final ListHeatmaps listHeatmaps;
    private final OpenApiDocument openApiDocument = new OpenApiDocument();

    /** The names of the buckets. */
    public record Buckets(String drops, String results) {}

    /** Receives what happens during a request. */
    public interface Listener {

        /** A run on a drop ended. */
        void ended(Drop drop, Outcome outcome);

        /** The request failed, and not because of the caller. The answer does not show this failure. */
        void failed(Throwable failure);
    }

    /** Creates an API. It is safe for use by several threads. */
    public <S extends ObjectStore & ObjectPages> HeatmapApi(
            HeatmapPipeline pipeline, S store, Presigner presigner, Buckets buckets, Cors cors, InstantSource clock) {
        Links links = new Links(presigner, buckets.results(), clock);
        this.cors = cors;
        this.createUpload = new CreateUpload(presigner, buckets.drops());
        this.getHeatmap = new GetHeatmap(store, buckets.drops(), buckets.results(), links);
        this.createHeatmap = new CreateHeatmap(pipeline, store, buckets.drops(), getHeatmap);
        this.listHeatmaps = new ListHeatmaps(store, store, buckets.results(), links);
    }

    /**
     * Answers a request.
     *
     * @param deadline when the caller's connection times out
     * @param listener receives runs and failures
     */
    public ApiResponse handle(ApiRequest request, Deadline deadline, Listener listener) {
        return cors.allow(request, cors.preflight(request)
                .orElseGet(() -> answer(request, deadline, listener).unlessNotModified(request)));
    }

    private ApiResponse answer(ApiRequest request, Deadline deadline, Listener listener) {
        try {
            return switch (Route.of(request.method(), request.path())) {
                case Route.CreateUpload u -> createUpload.create(request);
                case Route.CreateHeatmap h -> createHeatmap.create(request, deadline, listener);
                case Route.ReadHeatmap h -> getHeatmap.read(h.id());
                case Route.ReadFile f -> getHeatmap.file(f.id(), f.file());
                case Route.ListHeatmaps l -> listHeatmaps.read(request);
                case Route.ReadDescription d -> openApiDocument.read();
            };
        } catch (ApiProblem.ApiException e) {
            return e.problem().response(request.id());
        } catch (ProblemException e) {
            return badInput(e.problem(), request.id());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // Errors, too: otherwise the caller would get no answer of the API, and the next request a cold start.
            listener.failed(e);
            return new ApiProblem(ApiProblem.Kind.INTERNAL, "Ask again in a while. If it stays, the instance leads to the log.")
                    .response(request.id());
        }
    }

    /** A body that is not JSON is a bad request. Other bad input is unprocessable. */
    private static ApiResponse badInput(Problem problem, String requestId) {
        boolean isRequest = problem.location().file().equals(Overrides.FILE);
        boolean malformed = isRequest && (problem.type() == ProblemType.BAD_JSON || problem.type() == ProblemType.BAD_TEXT);
        int status = malformed ? BAD_REQUEST : UNPROCESSABLE;
        ObjectNode json = ProblemJson.of(problem).put("status", status).put("instance", ApiProblem.instance(requestId));
        return ApiResponse.problem(status, json);
    }
}
