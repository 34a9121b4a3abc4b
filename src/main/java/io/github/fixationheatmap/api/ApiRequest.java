package io.github.fixationheatmap.api;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request.
 *
 * @param id the id that its log lines have
 * @param method the method, in upper case
 * @param path the path, decoded
 * @param query the query parameters, decoded
 * @param headers the headers, with names in any case; they are stored in lower case
 * @param body the body
 */
public record ApiRequest(String id, String method, String path, Map<String, String> query, Map<String, String> headers, Body body) {

    public ApiRequest {
        query = Map.copyOf(query);
        Map<String, String> lower = new HashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
    }

    /** The body of a request. */
    public sealed interface Body {

        /** A text. It is empty if there is no body. */
        record Text(String text) implements Body {}

        /** Bytes that are not valid UTF-8. */
        record Unreadable() implements Body {}
    }

    /** The value of the header with this lower-case name. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
