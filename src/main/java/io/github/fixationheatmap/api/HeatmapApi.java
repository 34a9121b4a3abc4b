package io.github.fixationheatmap.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.model.Digests;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.pipeline.Deadline;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.pipeline.Outcome;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.result.JsonDocument;
import io.github.fixationheatmap.result.ProblemJson;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.ObjectStore.ObjectPages;
import io.github.fixationheatmap.store.Presigner;
import io.github.fixationheatmap.study.StudyOptions.Studies;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API: calls the operation of a request's route. Every answer, also to a failure, is one that the OpenAPI document describes. */
public final class HeatmapApi {

    private static final String DESCRIPTION = "openapi.json";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    private final Cors cors;
    private final CreateUpload createUpload;
    private final CreateHeatmap createHeatmap;
    private final ReadHeatmap readHeatmap;
    private final ListHeatmaps listHeatmaps;
    private final CreateStudy createStudy;

    /**
     * The stack that the API belongs to.
     *
     * @param drops the bucket of drops
     * @param results the bucket of results
     * @param studies whether the stack runs studies
     */
    public record Stack(String drops, String results, Studies studies) {}

    /** Receives what happens during a request. */
    public interface Listener {

        /** A run on a drop ended. */
        void ended(Drop drop, Outcome outcome);

        /** The request failed, and not because of the caller. The answer does not show this failure. */
        void failed(Throwable failure);
    }

    /** Creates an API. It is safe for use by several threads. */
    public <S extends ObjectStore & ObjectPages> HeatmapApi(
            HeatmapPipeline pipeline, S store, Presigner presigner, Stack stack, Cors cors, InstantSource clock) {
        Links links = new Links(presigner, stack.results(), clock);
        this.cors = cors;
        this.createUpload = new CreateUpload(presigner, stack.drops());
        this.readHeatmap = new ReadHeatmap(store, stack.drops(), stack.results(), links);
        this.createHeatmap = new CreateHeatmap(pipeline, store, stack.drops(), readHeatmap);
        this.listHeatmaps = new ListHeatmaps(store, store, stack.results(), links);
        this.createStudy = new CreateStudy(store, stack);
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
                case Route.ReadHeatmap h -> readHeatmap.read(h.id());
                case Route.ReadFile f -> readHeatmap.file(f.id(), f.file());
                case Route.ReadGroupFile f -> readHeatmap.file(f.id(), "groups/" + f.group() + "/" + f.file());
                case Route.CreateStudy s -> createStudy.create(request);
                case Route.ListHeatmaps l -> listHeatmaps.read(request);
                case Route.ReadDescription d -> description();
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

    /** {@code GET /v1/openapi.json}: the OpenAPI document of this API. */
    private static ApiResponse description() {
        try (InputStream in = HeatmapApi.class.getResourceAsStream(DESCRIPTION)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + DESCRIPTION);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ApiResponse(OK, Map.of("content-type", JsonDocument.MEDIA_TYPE, "cache-control", "private, max-age=300",
                    "etag", "\"" + HexFormat.of().formatHex(Digests.sha256(List.of(text)), 0, 16) + "\""), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Cross-origin access for web pages (CORS, in the Fetch standard).
     *
     * @param origin the only origin whose pages may call, such as {@code https://study.example}, or {@code *} for all; if empty, none may
     */
    public record Cors(Optional<String> origin) {

        private static final String VARY = "vary";

        private boolean allows(ApiRequest request) {
            return origin.isPresent() && (origin.get().equals("*") || request.header("origin").equals(origin));
        }

        /** The answer to a preflight request of an allowed origin; empty for all other requests. */
        Optional<ApiResponse> preflight(ApiRequest request) {
            boolean isPreflight = request.method().equals("OPTIONS") && request.header("access-control-request-method").isPresent();
            return !isPreflight || !allows(request) ? Optional.empty() : Optional.of(ApiResponse.empty(204)
                    .with("access-control-allow-methods", "GET, POST")
                    .with("access-control-allow-headers", "authorization, content-type, if-none-match, prefer, "
                            + "x-amz-date, x-amz-security-token")
                    .with("access-control-max-age", "3600"));
        }

        /** The response with headers that let a page of an allowed origin read it. */
        ApiResponse allow(ApiRequest request, ApiResponse response) {
            if (origin.isEmpty()) {
                return response;
            }
            ApiResponse varies = origin.get().equals("*") ? response : response.with(VARY, "origin");
            return !allows(request) ? varies : varies.with("access-control-allow-origin", origin.get())
                    .with("access-control-expose-headers", "etag, location, preference-applied, retry-after");
        }
    }
}
