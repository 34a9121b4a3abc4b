package io.github.fixationheatmap.api;

import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.DropName;
import io.github.fixationheatmap.pipeline.Ask;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.pipeline.Plan;
import io.github.fixationheatmap.pipeline.RequestDocument;
import io.github.fixationheatmap.pipeline.publish.Outcome;
import io.github.fixationheatmap.pipeline.timing.Deadline;
import io.github.fixationheatmap.store.ObjectChangedException;
import io.github.fixationheatmap.store.ObjectStore;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code POST /v1/heatmaps}: results from what is stored, made at once, or put into the queue. */
final class CreateHeatmap {

    /** A heatmap takes a second or two. */
    static final String RETRY_AFTER_S = "2";

    private static final int ACCEPTED = 202;
    private static final int TRIES = 3;
    private static final String RESPOND_ASYNC = "respond-async";

    private final HeatmapPipeline pipeline;
    private final ObjectStore store;
    private final String drops;
    private final GetHeatmap heatmaps;
    private final DropFinder finder;
    private final RequestDocument requests = new RequestDocument();

    CreateHeatmap(HeatmapPipeline pipeline, ObjectStore store, String drops, GetHeatmap heatmaps) {
        this.pipeline = pipeline;
        this.store = store;
        this.drops = drops;
        this.heatmaps = heatmaps;
        this.finder = new DropFinder(store, drops);
    }

    /**
     * Answers a request.
     *
     * @param clock how much time is left until the caller gives up
     * @param listener is told of runs
     */
    ApiResponse create(ApiRequest request, Deadline clock, HeatmapApi.Listener listener) {
        RequestBody body = RequestBody.of(request, List.of("drop", "folder", "options"));
        String name = body.text("drop", "a drop's path below the inbox");
        DropName.validationError(name).ifPresent(expected -> {
            throw RequestBody.bad("/drop", name, expected);
        });
        String folder = body.textOr("folder", "", "the folder of an export in the zip");
        Ask ask = new Ask(finder.find(new DropName(name)), folder, body.options());
        return answer(ask, new Wish(prefersAsync(request), clock, listener), TRIES);
    }

    private record Wish(boolean async, Deadline clock, HeatmapApi.Listener listener) {}

    private static boolean prefersAsync(ApiRequest request) {
        return Arrays.stream(request.header("prefer").orElse("").split("[,;]")).map(p -> p.strip().toLowerCase(Locale.ROOT))
                .anyMatch(RESPOND_ASYNC::equals);
    }

    /** Where what was listed is gone before it is read, the drop is being replaced: it is listed again. */
    private ApiResponse answer(Ask ask, Wish wish, int tries) {
        if (tries == 0) {
            throw new ApiProblem(ApiProblem.Kind.CHANGING_DROP, "The drop's files are being replaced; ask again when they are all there.")
                    .asException();
        }
        try {
            return answer(ask, wish);
        } catch (ObjectChangedException changed) {
            return answer(ask, wish, tries - 1);
        }
    }

    private ApiResponse answer(Ask ask, Wish wish) {
        return switch (pipeline.plan(ask)) {
            case Plan.Ready ready -> stored(ready.request().id()).orElseGet(() -> make(ready, wish));
            case Plan.Waiting waiting -> throw new ApiProblem(ApiProblem.Kind.INCOMPLETE_DROP,
                    "The drop still lacks " + String.join(" and ", waiting.missing()) + ".").with("missing", waiting.missing())
                            .asException();
            case Plan.Refused refused -> throw refused.problem().asException();
            case Plan.Elsewhere elsewhere -> throw elsewhere(ask, elsewhere.folders());
        };
    }

    /** What is there of an id: its results, or why the same inputs gave none. */
    private Optional<ApiResponse> stored(String id) {
        return heatmaps.succeeded(id).or(() -> heatmaps.refused(id));
    }

    private ApiResponse make(Plan.Ready ready, Wish wish) {
        if (wish.async || !WorkEstimate.of(ready.export()).isQuick()) {
            return accept(ready, wish);
        }
        try {
            Outcome outcome = pipeline.run(ready, wish.clock);
            wish.listener.ended(ready.request().ask().drop(), outcome);
            return switch (outcome) {
                case Outcome.Refused refused -> throw refused.problem().asException();
                case Outcome o -> stored(ready.request().id()).orElseThrow();
            };
        } catch (Deadline.DeadlineExceededException tooLate) {
            return accept(ready, wish);
        }
    }

    /** The request takes the way of a drop from here: bucket, queue, function. */
    private ApiResponse accept(Plan.Ready ready, Wish wish) {
        String id = ready.request().id();
        store.put(drops, DropKeys.request(id), ApiResponse.JSON, requests.write(ready.request()));
        ApiResponse accepted = ApiResponse.json(ACCEPTED, GetHeatmap.status(id, "running"))
                .with("location", GetHeatmap.path(id)).with("retry-after", RETRY_AFTER_S);
        return wish.async ? accepted.with("preference-applied", RESPOND_ASYNC) : accepted;
    }

    private static ApiProblem.ApiException elsewhere(Ask ask, List<String> folders) {
        ApiProblem problem = ask.folder().isEmpty()
                ? new ApiProblem(ApiProblem.Kind.SEVERAL_EXPORTS, "Say which export is meant by \"folder\".")
                : new ApiProblem(ApiProblem.Kind.UNKNOWN_EXPORT, "The zip holds its exports elsewhere.");
        return problem.with("folders", folders).asException();
    }
}
