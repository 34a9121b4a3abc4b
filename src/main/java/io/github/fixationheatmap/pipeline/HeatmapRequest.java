package io.github.fixationheatmap.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.pipeline.OnDemandProcessor.OnDemandRequest;
import io.github.fixationheatmap.read.JsonFile;
import io.github.fixationheatmap.result.Fingerprinter.Fingerprint;
import io.github.fixationheatmap.result.JsonDocument;
import io.github.fixationheatmap.store.ObjectStore.FetchedObject;
import io.github.fixationheatmap.store.ObjectStore.PutBody;

/**
 * A request for a heatmap.
 *
 * @param drop the drop that is read
 * @param folder the export's folder, where a zip holds several; else empty
 * @param overrides the options that override the drop's own
 */
public record HeatmapRequest(Drop drop, String folder, Overrides overrides) {

    /** All that the results depend on except the drop's files, as canonical JSON. */
    String canonical() {
        return RequestDocument.folderAndOptions(this).toString();
    }

    /** A request in the queue: a small JSON object in the drop bucket, whose arrival starts a run as a drop's files do. */
    public static final class RequestDocument {

        /** The most bytes of a request; the API accepts fewer. */
        public static final int MAX_BYTES = 1 << 18;

        private static final String FINGERPRINT = "fingerprint";
        private static final String DROP = "drop";
        private static final String KIND = "kind";
        private static final String KEY = "key";
        private static final String FOLDER = "folder";
        private static final String OPTIONS = "options";
        private static final String ZIP = "zip";

        private RequestDocument() {}

        /** Writes a request. */
        public static PutBody write(OnDemandRequest request) {
            ObjectNode tree = JsonNodeFactory.instance.objectNode().put(FINGERPRINT, request.fingerprint().hex());
            tree.putObject(DROP).put(KEY, request.request().drop().key()).put(KIND, switch (request.request().drop()) {
                case Drop.Folder f -> FOLDER;
                case Drop.Zip z -> ZIP;
            });
            tree.setAll(folderAndOptions(request.request()));
            return PutBody.of(JsonDocument.bytes(tree));
        }

        /** Parses a request. The drop lies in the same bucket as the request. */
        public static OnDemandRequest read(FetchedObject content) {
            String bucket = content.object().bucket();
            JsonNode tree = JsonFile.parse(content.object().key(), content.bytes());
            String key = tree.path(DROP).path(KEY).asText();
            Drop drop = tree.path(DROP).path(KIND).asText().equals(ZIP) ? new Drop.Zip(bucket, key) : new Drop.Folder(bucket, key);
            HeatmapRequest request = new HeatmapRequest(drop, tree.path(FOLDER).asText(), Overrides.parse(tree.path(OPTIONS)));
            return new OnDemandRequest(request, new Fingerprint(tree.path(FINGERPRINT).asText()));
        }

        /** What a request asks for beside the drop. */
        static ObjectNode folderAndOptions(HeatmapRequest request) {
            ObjectNode tree = JsonNodeFactory.instance.objectNode();
            tree.put(FOLDER, request.folder());
            tree.set(OPTIONS, request.overrides().canonical());
            return tree;
        }
    }
}
