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

/** The whole API: a request goes to what its route names, and whatever comes of it is an answer that the description knows. */
public final class HeatmapApi {

    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    private final Cors cors;
    private final CreateUpload uploads;
    private final CreateHeatmap rendering;
    private final GetHeatmap heatmaps;
    private final ListHeatmaps listing;
    private final OpenApiDocument description = new OpenApiDocument();

    /** Where everything lies. */
    public record Buckets(String drops, String results) {}

    /** Hears what goes on while a request is answered. */
    public interface Listener {

        /** A run on a drop, begun for a request, came to an end. */
        void ended(Drop drop, Outcome outcome);

        /** Something went wrong that is not the caller's doing; the answer tells the caller nothing of it. */
        void failed(Throwable failure);
    }

    /** An API that may answer any number of requests, by several threads at a time. */
    public <S extends ObjectStore & ObjectPages> HeatmapApi(
            HeatmapPipeline pipeline, S store, Presigner presigner, Buckets buckets, Cors cors, InstantSource clock) {
        Links links = new Links(presigner, buckets.results(), clock);
        this.cors = cors;
        this.uploads = new CreateUpload(presigner, buckets.drops());
        this.heatmaps = new GetHeatmap(store, buckets.drops(), buckets.results(), links);
        this.rendering = new CreateHeatmap(pipeline, store, buckets.drops(), heatmaps);
        this.listing = new ListHeatmaps(store, buckets.results(), links);
    }

    /**
     * Answers a request, whatever it is.
     *
     * @param clock how much time is left until the caller gives up
     * @param listener is told of what the answer does not tell
     */
    public ApiResponse handle(ApiRequest request, Deadline clock, Listener listener) {
        return cors.allow(request, cors.preflight(request).orElseGet(() -> Conditional.apply(request, answer(request, clock, listener))));
    }

    private ApiResponse answer(ApiRequest request, Deadline clock, Listener listener) {
        try {
            return switch (Route.of(request.method(), request.path())) {
                case Route.CreateUpload u -> uploads.create(request);
                case Route.CreateHeatmap h -> rendering.create(request, clock, listener);
                case Route.ReadHeatmap h -> heatmaps.read(h.id());
                case Route.ReadFile f -> heatmaps.file(f.id(), f.file());
                case Route.ListHeatmaps l -> listing.read(request);
                case Route.ReadDescription d -> description.read();
            };
        } catch (ApiProblem.ApiException e) {
            return e.problem().response(request.id());
        } catch (ProblemException e) {
            return badInput(e.problem(), request.id());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // Also what is too much for this function: without an answer of its own the caller gets none, and the next a cold start.
            listener.failed(e);
            return new ApiProblem(ApiProblem.Kind.INTERNAL, "Ask again in a while. If it stays, the instance leads to the log.")
                    .response(request.id());
        }
    }

    /** What is no JSON at all was not understood; whatever else is wrong was. */
    private static ApiResponse badInput(Problem problem, String requestId) {
        boolean isRequest = problem.location().file().equals(Overrides.FILE);
        boolean garbled = isRequest && (problem.type() == ProblemType.BAD_JSON || problem.type() == ProblemType.BAD_TEXT);
        int status = garbled ? BAD_REQUEST : UNPROCESSABLE;
        ObjectNode json = ProblemJson.of(problem).put("status", status).put("instance", ApiProblem.instance(requestId));
        return ApiResponse.problem(status, json);
    }
}
