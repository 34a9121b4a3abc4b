package io.github.fixationheatmap.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.model.Digests;
import io.github.fixationheatmap.store.Presigner;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Links to results, and the tags of answers that hold them. */
final class Links {

    /** How long a link works, unless the function's own credentials end before. */
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

    /** Adds {@code links}: the heatmap's own path, if it has one, and each of these files under its name. */
    void add(ObjectNode json, String self, List<String> keys) {
        ObjectNode links = json.putObject("links");
        if (!self.isEmpty()) {
            links.put("self", self);
        }
        ObjectNode files = links.putObject("files");
        keys.forEach(key -> files.put(key.substring(key.lastIndexOf('/') + 1), file(key)));
    }

    /**
     * The tag of an answer with links. It holds for half of a link's life: whoever is told that nothing changed has links that work for as
     * long again.
     */
    String tag(String... content) {
        List<String> all = new ArrayList<>(List.of(content));
        all.add(Long.toString(clock.millis() / (LIFETIME.toMillis() / 2)));
        return "W/\"" + HexFormat.of().formatHex(Digests.sha256(all), 0, TAG_BYTES) + "\"";
    }
}
