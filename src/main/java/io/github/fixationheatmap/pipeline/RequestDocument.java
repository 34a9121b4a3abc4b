package io.github.fixationheatmap.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.read.JsonFile;
import io.github.fixationheatmap.result.Fingerprint;
import io.github.fixationheatmap.result.JsonDocument;
import io.github.fixationheatmap.store.FetchedObject;
import io.github.fixationheatmap.store.PutBody;

/** A request as it waits for its turn: a small JSON object in the drop bucket, whose arrival starts the work as that of a drop does. */
public final class RequestDocument {

    /** The longest one, in bytes; what the API takes in is shorter. */
    public static final int MAX_BYTES = 1 << 18;

    private static final String FINGERPRINT = "fingerprint";
    private static final String DROP = "drop";
    private static final String KIND = "kind";
    private static final String KEY = "key";
    private static final String FOLDER = "folder";
    private static final String OPTIONS = "options";
    private static final String ZIP = "zip";

    private final JsonDocument documents = new JsonDocument(new JsonMapper());
    private final JsonFile json = new JsonFile();

    /** A request as text. */
    public PutBody write(HeatmapRequest request) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put(FINGERPRINT, request.fingerprint().hex());
        tree.putObject(DROP).put(KEY, request.ask().drop().key()).put(KIND, switch (request.ask().drop()) {
            case Drop.Folder f -> FOLDER;
            case Drop.Zip z -> ZIP;
        });
        tree.setAll(folderAndOptions(request.ask()));
        return PutBody.of(documents.bytes(tree));
    }

    /** A request's text as what it means; the drop lies in the bucket that the request lies in. */
    public HeatmapRequest read(FetchedObject content) {
        String bucket = content.object().bucket();
        JsonNode tree = json.parse(content.object().key(), content.bytes());
        String key = tree.path(DROP).path(KEY).asText();
        Drop drop = tree.path(DROP).path(KIND).asText().equals(ZIP) ? new Drop.Zip(bucket, key) : new Drop.Folder(bucket, key);
        Ask ask = new Ask(drop, tree.path(FOLDER).asText(), Overrides.parse(tree.path(OPTIONS)));
        return new HeatmapRequest(ask, new Fingerprint(tree.path(FINGERPRINT).asText()));
    }

    /** What a request asks for beside the drop. */
    static ObjectNode folderAndOptions(Ask ask) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put(FOLDER, ask.folder());
        tree.set(OPTIONS, ask.overrides().canonical());
        return tree;
    }
}
