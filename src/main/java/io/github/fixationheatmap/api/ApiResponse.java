package io.github.fixationheatmap.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP response.
 *
 * @param status its status code
 * @param headers its headers, their names in lower case
 * @param body its text; empty where it has none
 */
public record ApiResponse(int status, Map<String, String> headers, String body) {

    static final String JSON = "application/json";
    static final String PROBLEM_JSON = "application/problem+json";

    public ApiResponse {
        headers = Map.copyOf(headers);
        // What a caller sent may hold half a character, and no text in UTF-8 may.
        body = new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    static ApiResponse empty(int status) {
        return new ApiResponse(status, Map.of(), "");
    }

    /** An answer that nobody keeps without asking again. */
    static ApiResponse json(int status, ObjectNode body) {
        return new ApiResponse(status, Map.of("content-type", JSON, "cache-control", "private, no-cache"), body.toString());
    }

    static ApiResponse problem(int status, ObjectNode body) {
        return new ApiResponse(status, Map.of("content-type", PROBLEM_JSON, "cache-control", "no-store"), body.toString());
    }

    ApiResponse with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiResponse(status, more, body);
    }
}
