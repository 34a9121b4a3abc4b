package io.github.fixationheatmap.api;

import java.util.Optional;

/**
 * What web pages of another origin may do (the Fetch standard's CORS protocol): nothing, unless the stack names the one origin that may
 * call.
 *
 * @param origin the origin, as {@code https://study.example}, or {@code *} for all
 */
public record Cors(Optional<String> origin) {

    private static final String VARY = "vary";

    private boolean allows(ApiRequest request) {
        return origin.isPresent() && (origin.get().equals("*") || request.header("origin").equals(origin));
    }

    /** The answer to a browser that asks whether it may; nothing if the request is another one. */
    Optional<ApiResponse> preflight(ApiRequest request) {
        boolean asks = request.method().equals("OPTIONS") && request.header("access-control-request-method").isPresent();
        return !asks || !allows(request) ? Optional.empty() : Optional.of(ApiResponse.empty(204)
                .with("access-control-allow-methods", "GET, POST")
                .with("access-control-allow-headers", "authorization, content-type, if-none-match, prefer, "
                        + "x-amz-date, x-amz-security-token")
                .with("access-control-max-age", "3600"));
    }

    /** The answer, readable for the page that asked if it is of the origin that may. */
    ApiResponse allow(ApiRequest request, ApiResponse response) {
        if (origin.isEmpty()) {
            return response;
        }
        ApiResponse varies = origin.get().equals("*") ? response : response.with(VARY, "origin");
        return !allows(request) ? varies : varies.with("access-control-allow-origin", origin.get())
                .with("access-control-expose-headers", "etag, location, preference-applied, retry-after");
    }
}
