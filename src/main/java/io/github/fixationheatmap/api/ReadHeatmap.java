package io.github.fixationheatmap.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.JsonFile;
import io.github.fixationheatmap.result.Manifest;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.ObjectStore.FetchedObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code GET /v1/heatmaps/{id}} and its files: the status and the results of a requested heatmap. */
final class ReadHeatmap {

    /** Lambda's answers have at most 6 MiB, in which the body is a JSON text. The rest is for headers. */
    private static final int MAX_ANSWER_BYTES = 5 << 20;

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int UNPROCESSABLE = 422;

    private final ObjectStore store;
    private final String drops;
    private final String results;
    private final Links links;

    ReadHeatmap(ObjectStore store, String drops, String results, Links links) {
        this.store = store;
        this.drops = drops;
        this.results = results;
        this.links = links;
    }

    static String path(String id) {
        return "/v1/heatmaps/" + id;
    }

    /** The answer for a heatmap whose results exist. */
    Optional<ApiResponse> succeeded(String id) {
        ResultKeys keys = DropKeys.onDemand(id);
        return store.fetch(results, keys.manifest(), Manifest.MAX_BYTES).map(content -> {
            ObjectNode answer = status(id, "succeeded");
            JsonNode manifest = JsonFile.parse(keys.manifest(), content.bytes());
            answer.set("manifest", manifest);
            links.add(answer, path(id), keys, files(keys, manifest));
            if (encodedBytes(answer) > MAX_ANSWER_BYTES) {
                answer.remove("manifest");
                answer.set("summary", summary(manifest, content.bytes().length));
            }
            return ApiResponse.json(OK, answer).with("etag", links.tag(id, content.object().eTag()));
        });
    }

    /** The bytes that an answer takes in Lambda's answer, as a JSON text. */
    private static int encodedBytes(ObjectNode answer) {
        try {
            return MAPPER.writeValueAsBytes(answer.toString()).length;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a text can be written", e);
        }
    }

    /** What stands for a manifest that is too long for an answer. A link leads to the manifest itself. */
    private static ObjectNode summary(JsonNode manifest, int bytes) {
        ObjectNode summary = JsonNodeFactory.instance.objectNode().put("manifestBytes", bytes);
        Stream.of("options", "image", "rows").forEach(name -> summary.set(name, manifest.path(name)));
        Stream.of("recordings", "aois", "warnings").forEach(name -> summary.put(name, manifest.path(name).size()));
        summary.withObject("options").remove("recordings");
        return summary;
    }

    private static List<String> files(ResultKeys keys, JsonNode manifest) {
        List<String> files = new ArrayList<>();
        manifest.path("outputs").forEach(output -> files.add(output.path("key").asText()));
        files.add(keys.manifest());
        return files;
    }

    /** The results of a heatmap, or its problem, or that it is running. */
    ApiResponse read(String id) {
        if (!DropKeys.isId(id)) {
            throw unknown(id);
        }
        return succeeded(id).or(() -> failed(id)).or(() -> running(id)).orElseThrow(() -> unknown(id));
    }

    private Optional<ApiResponse> failed(String id) {
        String key = DropKeys.onDemand(id).error();
        return store.fetch(results, key, MAX_ANSWER_BYTES).map(content -> {
            ObjectNode answer = status(id, "failed");
            answer.set("problem", JsonFile.parse(key, content.bytes()));
            return ApiResponse.json(OK, answer).with("etag", links.tag(id, content.object().eTag()));
        });
    }

    /**
     * The problem for which the same inputs were refused before. If it is only that the drop had changed while the request was queued, the
     * error is deleted: the drop is now the requested one.
     */
    Optional<ApiResponse> refused(String id) {
        String key = DropKeys.onDemand(id).error();
        Optional<JsonNode> problem = store.fetch(results, key, MAX_ANSWER_BYTES).map(content -> JsonFile.parse(key, content.bytes()));
        if (problem.filter(p -> p.path("type").asText().equals(ProblemType.DROP_CHANGED.uri())).isPresent()) {
            store.delete(results, key);
            return Optional.empty();
        }
        return problem.map(p -> ApiResponse.problem(UNPROCESSABLE, (ObjectNode) p));
    }

    private Optional<ApiResponse> running(String id) {
        // A listing, because this function has no right to read requests.
        return store.list(drops, DropKeys.request(id)).isEmpty() ? Optional.empty()
                : Optional.of(ApiResponse.json(OK, status(id, "running")).with("retry-after", CreateHeatmap.RETRY_AFTER_S)
                        .with("etag", links.tag(id, "running")));
    }

    /** Redirects to one of a heatmap's files. */
    ApiResponse file(String id, String name) {
        if (!DropKeys.isId(id)) {
            throw unknown(id);
        }
        ResultKeys keys = DropKeys.onDemand(id);
        FetchedObject manifest = store.fetch(results, keys.manifest(), Manifest.MAX_BYTES).orElseThrow(() -> unknown(id));
        String key = files(keys, JsonFile.parse(keys.manifest(), manifest.bytes())).stream().filter(k -> k.equals(keys.prefix() + name))
                .findFirst()
                .orElseThrow(() -> new ApiProblem(ApiProblem.Kind.UNKNOWN_FILE, "The manifest names the files that there are.")
                        .asException());
        return ApiResponse.empty(SEE_OTHER).with("location", links.file(key)).with("cache-control", "private, no-cache")
                .with("etag", links.tag(id, name, manifest.object().eTag()));
    }

    static ObjectNode status(String id, String status) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("id", id).put("status", status);
        if (!status.equals("succeeded")) {
            answer.putObject("links").put("self", path(id));
        }
        return answer;
    }

    private static ApiProblem.ApiException unknown(String id) {
        String detail = DropKeys.isId(id) ? "There are no results of this id, and none are being made."
                : "An id has 16 lower-case hex digits; POST /v1/heatmaps gives one.";
        return new ApiProblem(ApiProblem.Kind.UNKNOWN_HEATMAP, detail).asException();
    }
}
