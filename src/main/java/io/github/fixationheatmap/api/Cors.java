package io.github.fixationheatmap.api;

import java.util.Optional;

/**
 * Cross-origin access for web pages (CORS, in the Fetch standard).
 *
 * @param origin the only origin whose pages may call, such as {@code https://study.example}, or {@code *} for all; if empty, none may
 */
public record Cors(Optional<String> origin) {

    private static final String VARY = "vary";

    private boolean allows(ApiRequest request) {
        return origin.isPresent() && (origin.get().equals("*") || request.header("origin").equals(origin));
    }

    /** The answer to a preflight request of an allowed origin; empty for all other requests. */
    Optional<ApiResponse> preflight(ApiRequest request) {
        boolean isPreflight = request.method().equals("OPTIONS") && request.header("access-control-request-method").isPresent();
        return !isPreflight || !allows(request) ? Optional.empty() : Optional.of(ApiResponse.empty(204)
                .with("access-control-allow-methods", "GET, POST")
                .with("access-control-allow-headers", "authorization, content-type, if-none-match, prefer, "
                        + "x-amz-date, x-amz-security-token")
                .with("access-control-max-age", "3600"));
    }

    /** The response with headers that let a page of an allowed origin read it. */
    ApiResponse allow(ApiRequest request, ApiResponse response) {
        if (origin.isEmpty()) {
            return response;
        }
        ApiResponse varies = origin.get().equals("*") ? response : response.with(VARY, "origin");
        return !allows(request) ? varies : varies.with("access-control-allow-origin", origin.get())
                .with("access-control-expose-headers", "etag, location, preference-applied, retry-after");
    }
}
