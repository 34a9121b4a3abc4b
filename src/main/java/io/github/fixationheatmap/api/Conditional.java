package io.github.fixationheatmap.api;

import java.util.Arrays;

/** Conditional requests (RFC 9110, section 13): whoever has an answer already need not get it again. */
final class Conditional {

    private static final int NOT_MODIFIED = 304;
    private static final String WEAK = "W/";

    private Conditional() {}

    /** 304 in place of an answer that the caller has. */
    static ApiResponse apply(ApiRequest request, ApiResponse response) {
        String tag = response.headers().getOrDefault("etag", "");
        if (!request.method().equals("GET") || tag.isEmpty() || !matches(request.header("if-none-match").orElse(""), tag)) {
            return response;
        }
        ApiResponse unchanged = ApiResponse.empty(NOT_MODIFIED).with("etag", tag);
        String caching = response.headers().getOrDefault("cache-control", "");
        return caching.isEmpty() ? unchanged : unchanged.with("cache-control", caching);
    }

    /** Compared weakly, as GET does. */
    private static boolean matches(String condition, String tag) {
        return condition.strip().equals("*")
                || Arrays.stream(condition.split(",")).map(String::strip).anyMatch(t -> opaque(t).equals(opaque(tag)));
    }

    private static String opaque(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }
}
