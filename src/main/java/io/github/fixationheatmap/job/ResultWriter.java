package io.github.fixationheatmap.job;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.store.Body;
import io.github.fixationheatmap.store.ObjectStore;

/**
 * Writes results so that nobody mistakes a half for a whole: an old manifest goes before anything changes, the new one comes after
 * everything that it names. The one output that not every run has goes where this run has it not. An error leaves earlier results where
 * they are.
 */
final class ResultWriter {

    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";

    private final ObjectStore store;
    private final String bucket;
    private final Tool tool;
    private final JsonDocument documents = new JsonDocument(new JsonMapper());

    ResultWriter(ObjectStore store, String bucket, Tool tool) {
        this.store = store;
        this.bucket = bucket;
        this.tool = tool;
    }

    void write(ResultKeys keys, Manifest manifest) {
        store.delete(bucket, keys.manifest());
        for (Output output : manifest.outputs()) {
            store.put(bucket, output.key(), output.contentType(), output.body());
        }
        if (manifest.outputs().stream().noneMatch(output -> output.key().equals(keys.aoiSummary()))) {
            store.delete(bucket, keys.aoiSummary());
        }
        store.delete(bucket, keys.error());
        store.put(bucket, keys.manifest(), JSON, json(ManifestJson.of(manifest, tool)));
    }

    void refuse(ResultKeys keys, Problem problem) {
        store.put(bucket, keys.error(), PROBLEM_JSON, json(ProblemJson.of(problem, tool)));
    }

    private Body json(ObjectNode tree) {
        return Body.of(documents.bytes(tree));
    }
}
