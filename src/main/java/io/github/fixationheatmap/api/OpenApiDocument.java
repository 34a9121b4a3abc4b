package io.github.fixationheatmap.api;

import io.github.fixationheatmap.model.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** {@code GET /v1/openapi.json}: the OpenAPI document of this API. */
final class OpenApiDocument {

    static final String RESOURCE = "openapi.json";

    private static final int OK = 200;

    ApiResponse read() {
        try (InputStream in = OpenApiDocument.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + RESOURCE);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ApiResponse(OK, Map.of("content-type", ApiResponse.JSON, "cache-control", "private, max-age=300",
                    "etag", "\"" + HexFormat.of().formatHex(Digests.sha256(List.of(text)), 0, 16) + "\""), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
