package io.github.fixationheatmap.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.drop.StudyKeys;
import io.github.fixationheatmap.read.JsonFile;
import io.github.fixationheatmap.result.JsonDocument;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.ObjectStore.FetchedObject;
import io.github.fixationheatmap.store.ObjectStore.ObjectPages;
import io.github.fixationheatmap.store.ObjectStore.ObjectStreams;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a study reads and writes.
 *
 * @param store reads and writes objects
 * @param pages lists any number of objects
 * @param streams writes objects of any length
 * @param drops the bucket of drops
 * @param results the bucket of results
 */
public record StudyStore(ObjectStore store, ObjectPages pages, ObjectStreams streams, String drops, String results) {

    /** The most bytes of a working file: 100,000 drops with keys of 1,024 bytes. */
    private static final int MAX_BYTES = 256 << 20;

    /** The file of a study, as it is now; empty if there is none. */
    Optional<FetchedObject> file(StudyKeys study) {
        return StudyFile.fetch(store, drops, study);
    }

    /** A JSON document among the results; empty if there is none. */
    Optional<JsonNode> json(String key) {
        return store.fetch(results, key, MAX_BYTES).map(found -> JsonFile.parse(key, found.bytes()));
    }

    /**
     * What a run of a study does.
     *
     * @throws IllegalStateException if there is no such run
     */
    StudyPlan plan(StudyKeys study, String run) {
        return StudyPlan.of(work(study.plan(run)));
    }

    /**
     * The study's file as a run uses it.
     *
     * @throws IllegalStateException if there is no such run
     */
    StudyFile settings(StudyKeys study, String run) {
        return StudyFile.of(StudyKeys.FILE, work(study.settings(run)));
    }

    private JsonNode work(String key) {
        return json(key).orElseThrow(() -> new IllegalStateException("no such run of a study: there is no " + key));
    }

    /** Writes a JSON document of this tool's own, on one line, over any that was there. */
    void putWork(String key, JsonNode json) {
        put(key, JsonDocument.MEDIA_TYPE, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a result over any that was there. */
    void put(String key, String contentType, byte[] bytes) {
        store.put(results, key, contentType, PutBody.of(bytes));
    }
}
