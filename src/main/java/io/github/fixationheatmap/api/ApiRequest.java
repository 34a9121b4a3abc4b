package io.github.fixationheatmap.api;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request.
 *
 * @param id the id under which its log is found
 * @param method the method, in capitals
 * @param path the path, decoded
 * @param query the parameters of the query, decoded
 * @param headers the headers; their names are found in any case
 * @param body what was sent along
 */
public record ApiRequest(String id, String method, String path, Map<String, String> query, Map<String, String> headers, Body body) {

    public ApiRequest {
        query = Map.copyOf(query);
        Map<String, String> lower = new HashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
    }

    /** What was sent along with a request. */
    public sealed interface Body {

        /** A text, maybe an empty one. */
        record Text(String text) implements Body {}

        /** Bytes that are no text in UTF-8. */
        record Unreadable() implements Body {}
    }

    /** A header's value, by the header's name in lower case. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
