package io.github.fixationheatmap.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.Digests;
import io.github.fixationheatmap.store.Presigner;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Links to results, and ETags of answers with links. */
final class Links {

    /** The lifetime of a link, unless the function's credentials expire earlier. */
    private static final Duration LIFETIME = Duration.ofHours(1);

    private static final int TAG_BYTES = 16;

    private final Presigner presigner;
    private final String bucket;
    private final InstantSource clock;

    Links(Presigner presigner, String bucket, InstantSource clock) {
        this.presigner = presigner;
        this.bucket = bucket;
        this.clock = clock;
    }

    String file(String key) {
        return presigner.get(bucket, key, LIFETIME).toString();
    }

    /** Adds {@code links}: the heatmap's own path, unless it is empty, and a link to each of these files by its name below the results'. */
    void add(ObjectNode json, String self, ResultKeys results, List<String> keys) {
        ObjectNode links = json.putObject("links");
        if (!self.isEmpty()) {
            links.put("self", self);
        }
        ObjectNode files = links.putObject("files");
        keys.forEach(key -> files.put(results.name(key), file(key)));
    }

    /**
     * The ETag of an answer with links. It changes after half of a link's lifetime, so that the links of an answer that is not modified
     * work for at least the other half.
     */
    String tag(String... content) {
        List<String> all = new ArrayList<>(List.of(content));
        all.add(Long.toString(clock.millis() / (LIFETIME.toMillis() / 2)));
        return "W/\"" + HexFormat.of().formatHex(Digests.sha256(all), 0, TAG_BYTES) + "\"";
    }
}
