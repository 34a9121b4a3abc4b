package io.github.fixationheatmap.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Bytes by their tags. The same bytes have the same tag, as in S3. */
final class Blobs {

    private final Map<String, byte[]> bytes = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();

    String tag(byte[] content) {
        return tags.computeIfAbsent(new String(content, StandardCharsets.ISO_8859_1), text -> {
            String tag = "\"" + (bytes.size() + 1) + "\"";
            bytes.put(tag, content);
            return tag;
        });
    }

    byte[] bytes(String tag) {
        return Objects.requireNonNull(bytes.get(tag), tag);
    }
}
