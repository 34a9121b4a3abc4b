package io.github.fixationheatmap.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.result.JsonDocument;
import io.github.fixationheatmap.result.ProblemJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP response.
 *
 * @param status the status code
 * @param headers the headers, with names in lower case
 * @param body the body, or an empty text
 */
public record ApiResponse(int status, Map<String, String> headers, String body) {

    private static final int NOT_MODIFIED = 304;
    private static final String WEAK = "W/";

    public ApiResponse {
        headers = Map.copyOf(headers);
        // A request may contain an unpaired surrogate, which UTF-8 cannot encode.
        body = new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    static ApiResponse empty(int status) {
        return new ApiResponse(status, Map.of(), "");
    }

    /** A response that caches must revalidate. */
    static ApiResponse json(int status, ObjectNode body) {
        return new ApiResponse(status, Map.of("content-type", JsonDocument.MEDIA_TYPE, "cache-control", "private, no-cache"),
                body.toString());
    }

    static ApiResponse problem(int status, ObjectNode body) {
        return new ApiResponse(status, Map.of("content-type", ProblemJson.MEDIA_TYPE, "cache-control", "no-store"), body.toString());
    }

    ApiResponse with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiResponse(status, more, body);
    }

    /** This response, or 304 if the caller already has it (RFC 9110, section 13). */
    ApiResponse unlessNotModified(ApiRequest request) {
        String tag = headers.getOrDefault("etag", "");
        if (!request.method().equals("GET") || tag.isEmpty() || !matches(request.header("if-none-match").orElse(""), tag)) {
            return this;
        }
        ApiResponse unchanged = empty(NOT_MODIFIED).with("etag", tag);
        String caching = headers.getOrDefault("cache-control", "");
        return caching.isEmpty() ? unchanged : unchanged.with("cache-control", caching);
    }

    /** GET compares tags weakly. */
    private static boolean matches(String condition, String tag) {
        return condition.strip().equals("*")
                || Arrays.stream(condition.split(",")).map(String::strip).anyMatch(t -> opaque(t).equals(opaque(tag)));
    }

    private static String opaque(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }
}
