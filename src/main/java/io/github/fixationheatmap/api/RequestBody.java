package io.github.fixationheatmap.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.JsonFile;
import io.github.fixationheatmap.result.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request body that is a JSON object. Each member is checked when it is read. */
record RequestBody(ObjectNode json) {

    /** The maximum length in characters. A list of a thousand recordings has a twentieth of it. */
    static final int MAX_CHARACTERS = 1 << 16;

    /**
     * Parses the body of a request.
     *
     * @param members the names of the allowed members
     */
    static RequestBody of(ApiRequest request, List<String> members) {
        String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.split(";", 2)[0].strip().equals(JsonDocument.MEDIA_TYPE)) {
            throw new ApiProblem(ApiProblem.Kind.UNSUPPORTED_MEDIA_TYPE,
                    "Send JSON, and say so: content-type: " + JsonDocument.MEDIA_TYPE + ".").asException();
        }
        JsonNode json = switch (request.body()) {
            case ApiRequest.Body.Unreadable u ->
                throw new Problem(ProblemType.BAD_TEXT, new Location.WholeFile(Overrides.FILE), null, "text in UTF-8").asException();
            case ApiRequest.Body.Text text -> parse(text.text());
        };
        if (!(json instanceof ObjectNode object)) {
            throw bad("", json.toString(), "an object with " + String.join(", ", members));
        }
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!members.contains(field.getKey())) {
                throw bad("", field.getKey(), "no other members than " + String.join(", ", members));
            }
        }
        return new RequestBody(object);
    }

    private static JsonNode parse(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw new ApiProblem(ApiProblem.Kind.BODY_TOO_LARGE, "The body has " + text.length() + " characters, and " + MAX_CHARACTERS
                    + " are the most.")
                    .asException();
        }
        return JsonFile.parse(Overrides.FILE, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A required text. */
    String text(String name, String expected) {
        JsonNode value = json.path(name);
        if (!value.isTextual()) {
            throw bad("/" + name, value, expected);
        }
        return value.asText();
    }

    /** An optional text. */
    String textOr(String name, String otherwise, String expected) {
        return json.has(name) ? text(name, expected) : otherwise;
    }

    /** A required whole number of 1 to {@code max}. */
    long count(String name, long max, String expected) {
        JsonNode value = json.path(name);
        if (!value.canConvertToExactIntegral() || !value.canConvertToLong() || value.asLong() < 1 || value.asLong() > max) {
            throw bad("/" + name, value, expected);
        }
        return value.asLong();
    }

    /** The member {@code options}; empty if there is none. */
    Overrides options() {
        return json.has("options") ? Overrides.parse(json.path("options")) : Overrides.none();
    }

    static ProblemException bad(String pointer, JsonNode actual, String expected) {
        return bad(pointer, actual.isMissingNode() ? null : actual.isTextual() ? actual.asText() : actual.toString(), expected);
    }

    static ProblemException bad(String pointer, @Nullable String actual, String expected) {
        return new Problem(ProblemType.BAD_VALUE, new Location.Pointer(Overrides.FILE, pointer), actual, expected).asException();
    }
}
