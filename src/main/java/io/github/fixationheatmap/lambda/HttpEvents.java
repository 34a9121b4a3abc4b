package io.github.fixationheatmap.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.api.ApiRequest;
import io.github.fixationheatmap.api.ApiRequest.Body;
import io.github.fixationheatmap.api.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Converts API Gateway's events to requests, and responses to answers. Events have payload format 2.0, or 1.0 from REST APIs and local
 * emulators. The answer has the same form in both.
 */
final class HttpEvents {

    private static final String DEFAULT_STAGE = "$default";

    private final JsonMapper mapper;

    HttpEvents(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Reads a request. Whatever the event lacks is empty in the request, and the API answers that it is missing. */
    ApiRequest read(InputStream in, String requestId) throws IOException {
        JsonNode event = mapper.readTree(in);
        JsonNode http = event.path("requestContext").path("http");
        boolean second = http.isObject();
        String method = second ? http.path("method").asText() : event.path("httpMethod").asText();
        String path = second ? withoutStage(event) : event.path("path").asText();
        return new ApiRequest(requestId, method.toUpperCase(Locale.ROOT), path, texts(event.path("queryStringParameters")),
                texts(event.path("headers")), body(event));
    }

    /** In format 2.0 the path begins with the stage, unless it is the default one. */
    private static String withoutStage(JsonNode event) {
        String path = event.path("rawPath").asText();
        String stage = event.path("requestContext").path("stage").asText(DEFAULT_STAGE);
        return !stage.equals(DEFAULT_STAGE) && path.startsWith("/" + stage + "/") ? path.substring(stage.length() + 1) : path;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties().forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    private static Body body(JsonNode event) {
        String text = event.path("body").asText("");
        if (!event.path("isBase64Encoded").asBoolean()) {
            return new Body.Text(text);
        }
        try {
            return new Body.Text(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Base64.getDecoder().decode(text))).toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return new Body.Unreadable();
        }
    }

    ObjectNode write(ApiResponse response) {
        ObjectNode json = mapper.createObjectNode().put("statusCode", response.status());
        ObjectNode headers = json.putObject("headers");
        response.headers().forEach(headers::put);
        return json.put("body", response.body()).put("isBase64Encoded", false);
    }
}
