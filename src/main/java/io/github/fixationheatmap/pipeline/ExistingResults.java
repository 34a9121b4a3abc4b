package io.github.fixationheatmap.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.result.Fingerprinter.Fingerprint;
import io.github.fixationheatmap.result.Manifest;
import io.github.fixationheatmap.result.output.Outputs;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.ObjectStore.FetchedObject;
import io.github.fixationheatmap.store.ObjectStore.PutCondition;
import io.github.fixationheatmap.store.StoredObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The objects at an export's results, as one listing saw them, and what manifest and error say of themselves.
 *
 * @param eTags the tags of all objects there, by key
 * @param manifest the manifest, where there is one
 * @param error the error, where there is one
 */
record ExistingResults(Map<String, String> eTags, Optional<Document> manifest, Optional<Document> error) {

    private static final JsonMapper MAPPER = new JsonMapper();

    ExistingResults {
        eTags = Map.copyOf(eTags);
    }

    /** A JSON document, and the tag of the state that it was read in. */
    record Document(JsonNode json, String eTag) {

        boolean hasFingerprint(Fingerprint fingerprint) {
            return json.path("fingerprint").asText().equals(fingerprint.hex());
        }

        static PutCondition unchanged(Optional<Document> document) {
            return document.<PutCondition>map(d -> new PutCondition.IfMatch(d.eTag)).orElseGet(PutCondition.IfAbsent::new);
        }
    }

    /** Lists the objects, and reads manifest and error where they are there. */
    static ExistingResults of(ObjectStore store, String bucket, ResultKeys keys) {
        List<StoredObject> objects = objects(store, bucket, keys);
        return new ExistingResults(eTags(objects), document(store, keys.manifest(), objects), document(store, keys.error(), objects));
    }

    /** The tags of all objects there, by key. */
    static Map<String, String> list(ObjectStore store, String bucket, ResultKeys keys) {
        return eTags(objects(store, bucket, keys));
    }

    static List<StoredObject> objects(ObjectStore store, String bucket, ResultKeys keys) {
        return store.list(bucket, keys.prefix(),
                Stream.concat(keys.documents().stream(), Outputs.fileNames().stream().map(keys::of)).toList(), Outputs.folders());
    }

    /**
     * Those of some keys that a run may delete: of its error, of what it waited for, and of outputs. Folders of outputs may hold the
     * results of other drops, which have documents of their own.
     */
    static List<String> deletable(ResultKeys keys, Set<String> present) {
        return Stream.concat(Stream.of(keys.error(), keys.waiting()),
                present.stream().filter(key -> Outputs.isFileName(keys.name(key)))
                        .filter(key -> folder(key).equals(keys) || folder(key).documents().stream().noneMatch(present::contains)).sorted())
                .filter(present::contains).toList();
    }

    private static ResultKeys folder(String key) {
        return new ResultKeys(key.substring(0, key.lastIndexOf('/') + 1));
    }

    static Map<String, String> eTags(List<StoredObject> objects) {
        return objects.stream().collect(Collectors.toMap(StoredObject::key, StoredObject::eTag));
    }

    /** A document that is longer than any that this tool writes is not read: it names no known inputs, and is replaced. */
    static Optional<Document> document(ObjectStore store, String key, List<StoredObject> objects) {
        return objects.stream().filter(object -> object.key().equals(key)).findFirst().flatMap(object -> object.size() > Manifest.MAX_BYTES
                ? Optional.of(new Document(MAPPER.createObjectNode(), object.eTag()))
                : store.fetch(object.bucket(), key, Manifest.MAX_BYTES).map(ExistingResults::parsed));
    }

    /** A document that is no JSON is not ours: it names no known inputs, and is replaced. */
    private static Document parsed(FetchedObject content) {
        try {
            return new Document(MAPPER.readTree(content.bytes()), content.object().eTag());
        } catch (IOException noJson) {
            return new Document(MAPPER.createObjectNode(), content.object().eTag());
        }
    }

    /** Whether these are the results of that fingerprint: its manifest, and under each name the output that it recorded. */
    boolean resultsMatch(Fingerprint fingerprint) {
        return manifest.filter(m -> m.hasFingerprint(fingerprint)).filter(m -> holds(m.json.path("outputs"))).isPresent();
    }

    private boolean holds(JsonNode outputs) {
        for (JsonNode output : outputs) {
            if (!output.path("eTag").asText().equals(eTags.get(output.path("key").asText()))) {
                return false;
            }
        }
        return !outputs.isEmpty();
    }

    /** The keys of the outputs that the manifest names. */
    Set<String> outputKeys() {
        return manifest.map(m -> Set.copyOf(m.json.path("outputs").findValuesAsText("key"))).orElse(Set.of());
    }

    /** Whether the error is of exactly these inputs. */
    boolean errorMatches(Fingerprint fingerprint) {
        return error.filter(e -> e.hasFingerprint(fingerprint)).isPresent();
    }
}
