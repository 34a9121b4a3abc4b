package io.github.fixationheatmap.api;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.drop.Drop.DropName;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.Misnamed;
import io.github.fixationheatmap.pipeline.Deadline;
import io.github.fixationheatmap.pipeline.HeatmapPipeline;
import io.github.fixationheatmap.pipeline.HeatmapRequest;
import io.github.fixationheatmap.pipeline.HeatmapRequest.RequestDocument;
import io.github.fixationheatmap.pipeline.OnDemandProcessor;
import io.github.fixationheatmap.pipeline.OnDemandProcessor.Plan;
import io.github.fixationheatmap.pipeline.Outcome;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.aoi.MaskSizes;
import io.github.fixationheatmap.read.export.Export;
import io.github.fixationheatmap.read.image.ReferenceImage;
import io.github.fixationheatmap.result.JsonDocument;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.ObjectStore.FolderListing;
import io.github.fixationheatmap.store.ObjectStore.ObjectChangedException;
import io.github.fixationheatmap.store.StoredObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code POST /v1/heatmaps}: returns stored results, makes them, or queues the request. */
final class CreateHeatmap {

    /** In seconds; a heatmap takes one or two. */
    static final String RETRY_AFTER_S = "2";

    private static final int ACCEPTED = 202;
    private static final int TRIES = 3;
    private static final String RESPOND_ASYNC = "respond-async";

    private final OnDemandProcessor processor;
    private final ObjectStore store;
    private final String drops;
    private final ReadHeatmap heatmaps;

    CreateHeatmap(HeatmapPipeline pipeline, ObjectStore store, String drops, ReadHeatmap heatmaps) {
        this.processor = new OnDemandProcessor(pipeline);
        this.store = store;
        this.drops = drops;
        this.heatmaps = heatmaps;
    }

    /**
     * Answers a request.
     *
     * @param deadline when the caller's connection times out
     * @param listener receives the outcome of each run
     */
    ApiResponse create(ApiRequest request, Deadline deadline, HeatmapApi.Listener listener) {
        RequestBody body = RequestBody.of(request, List.of("drop", "folder", "options"));
        String name = body.text("drop", "a drop's path below the inbox");
        DropName.validationError(name).ifPresent(expected -> {
            throw RequestBody.bad("/drop", name, expected);
        });
        String folder = body.textOr("folder", "", "the folder of an export in the zip");
        HeatmapRequest asked = new HeatmapRequest(drop(new DropName(name)), folder, body.options());
        return answer(asked, new Preferences(prefersAsync(request), deadline, listener), TRIES);
    }

    /** How a caller wants the answer, and until when. */
    private record Preferences(boolean async, Deadline deadline, HeatmapApi.Listener listener) {}

    private static boolean prefersAsync(ApiRequest request) {
        return Arrays.stream(request.header("prefer").orElse("").split("[,;]")).map(p -> p.strip().toLowerCase(Locale.ROOT))
                .anyMatch(RESPOND_ASYNC::equals);
    }

    /** If a listed object is gone before it is read, the drop is being replaced, and is listed again. */
    private ApiResponse answer(HeatmapRequest asked, Preferences preferences, int tries) {
        if (tries == 0) {
            throw new ApiProblem(ApiProblem.Kind.DROP_CHANGED, "The drop's files are being replaced; ask again when they are all there.")
                    .asException();
        }
        try {
            return answer(asked, preferences);
        } catch (ObjectChangedException changed) {
            return answer(asked, preferences, tries - 1);
        }
    }

    private ApiResponse answer(HeatmapRequest asked, Preferences preferences) {
        return switch (processor.plan(asked, preferences.deadline)) {
            case Plan.Ready ready -> stored(ready.request().id()).orElseGet(() -> make(ready, preferences));
            case Plan.Waiting waiting -> throw new ApiProblem(ApiProblem.Kind.INCOMPLETE_DROP,
                    "The drop still lacks " + String.join(" and ", waiting.missing())
                            + (waiting.misnamed().isEmpty() ? "." : "; " + Misnamed.advice(waiting.misnamed()) + "."))
                            .with("missing", waiting.missing()).asException();
            case Plan.Refused refused -> throw refused.problem().asException();
            case Plan.UnknownFolder unknown -> throw wrongFolder(asked, unknown.folders());
        };
    }

    /** The stored answer for an id: its results, or the problem with the same inputs. */
    private Optional<ApiResponse> stored(String id) {
        return heatmaps.succeeded(id).or(() -> heatmaps.refused(id));
    }

    private ApiResponse make(Plan.Ready ready, Preferences preferences) {
        if (preferences.async || !WorkEstimate.of(ready.export()).isQuick()) {
            return accept(ready, preferences);
        }
        try {
            Outcome outcome = processor.run(ready, preferences.deadline);
            preferences.listener.ended(ready.request().request().drop(), outcome);
            return switch (outcome) {
                case Outcome.Refused refused -> throw refused.problem().asException();
                case Outcome o -> stored(ready.request().id()).orElseThrow();
            };
        } catch (Deadline.DeadlineExceededException tooLate) {
            return accept(ready, preferences);
        }
    }

    /** Stores the request. S3 notifies the queue, as for a drop. */
    private ApiResponse accept(Plan.Ready ready, Preferences preferences) {
        String id = ready.request().id();
        store.put(drops, DropKeys.request(id), JsonDocument.MEDIA_TYPE, RequestDocument.write(ready.request()));
        ApiResponse accepted = ApiResponse.json(ACCEPTED, ReadHeatmap.status(id, "running"))
                .with("location", ReadHeatmap.path(id)).with("retry-after", RETRY_AFTER_S);
        return preferences.async ? accepted.with("preference-applied", RESPOND_ASYNC) : accepted;
    }

    private static ApiProblem.ApiException wrongFolder(HeatmapRequest asked, List<String> folders) {
        ApiProblem problem = asked.folder().isEmpty()
                ? new ApiProblem(ApiProblem.Kind.SEVERAL_EXPORTS, "Say which export is meant by \"folder\".")
                : new ApiProblem(ApiProblem.Kind.UNKNOWN_EXPORT, "The zip holds its exports elsewhere.");
        return problem.with("folders", folders).asException();
    }

    /**
     * The drop of a name.
     *
     * @throws ApiProblem.ApiException if there is none, or both a folder and a zip
     */
    private Drop drop(DropName name) {
        Optional<Drop> folder = name.kind() == DropName.Kind.ZIP ? Optional.empty() : folder(name);
        Optional<Drop> zip = name.kind() == DropName.Kind.FOLDER ? Optional.empty() : zip(name);
        if (folder.isPresent() && zip.isPresent()) {
            String key = zip.get().key();
            throw new ApiProblem(ApiProblem.Kind.AMBIGUOUS_DROP, "Say which one is meant: \"" + name.text() + "/\" is the folder, \""
                    + key.substring(DropKeys.INBOX.length()) + "\" the zip.").asException();
        }
        return folder.or(() -> zip).orElseThrow(() -> new ApiProblem(ApiProblem.Kind.UNKNOWN_DROP,
                "Neither a folder nor a zip of this name lies in the inbox.").asException());
    }

    private Optional<Drop> folder(DropName name) {
        Drop.Folder folder = DropKeys.folder(drops, name);
        FolderListing level = store.level(drops, folder.key());
        // A folder with too many files for a listing is there: it is refused when it is read.
        return level.objects().isEmpty() && level.extent() == FolderListing.Extent.WHOLE ? Optional.empty() : Optional.of(folder);
    }

    private Optional<Drop> zip(DropName name) {
        Drop.Zip zip = DropKeys.zip(drops, name);
        List<String> keys = store.list(drops, zip.stem()).stream().map(StoredObject::key).toList();
        return DropKeys.findZip(zip, keys).map(Drop.class::cast);
    }

    /**
     * An estimate of the work on an export.
     *
     * @param tableBytes the length of all files that are read row by row; a fixation's row has about 100 bytes
     * @param pixels the number of pixels of the reference image
     * @param maskPixels the number of pixels of all masks
     */
    private record WorkEstimate(long tableBytes, long pixels, long maskPixels) {

        /**
         * Generous estimates for a function with about one processor that has just started. It reads and counts at about 20 MB/s, and
         * decodes, blends and compresses a pixel in about 100 ns. 64 masks of 16 million pixels each took 40 s.
         */
        private static final long NS_PER_BYTE = 50;

        private static final long NS_PER_PIXEL = 100;

        private static final long NS_PER_MASK_PIXEL = 40;

        /** Half of API Gateway's timeout of 30 s. The other half is for a cold start and for slow answers of S3. */
        private static final long MAX_SYNCHRONOUS_NS = 15_000_000_000L;

        static WorkEstimate of(Export.Complete export) {
            long tables = export.files().stream().filter(f -> f != export.referenceImage()).mapToLong(InputFile::size).sum();
            return new WorkEstimate(tables, ReferenceImage.pixels(export.referenceImage()), MaskSizes.pixels(export.aois()));
        }

        /** Whether a caller can wait for the result. */
        boolean isQuick() {
            return tableBytes < Long.MAX_VALUE / NS_PER_BYTE / 2
                    && tableBytes * NS_PER_BYTE + pixels * NS_PER_PIXEL + maskPixels * NS_PER_MASK_PIXEL <= MAX_SYNCHRONOUS_NS;
        }
    }
}
