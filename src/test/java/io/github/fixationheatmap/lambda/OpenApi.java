package io.github.fixationheatmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.github.fixationheatmap.lambda.ApiStack.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The OpenAPI document, which checks answers. */
final class OpenApi {

    static final Path SOURCE = Path.of("src", "main", "openapi", "openapi.yaml");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final JsonNode document;
    private final Map<JsonNode, JsonSchema> schemas = new ConcurrentHashMap<>();

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    static OpenApi read() {
        try {
            return new OpenApi(new YAMLMapper().readTree(SOURCE.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode document() {
        return document;
    }

    /** All operations with their nodes, by names such as {@code GET /v1/heatmaps/{id}}. */
    Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new HashMap<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(o -> METHODS.contains(o.getKey()))
                .forEach(o -> operations.put(o.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), o.getValue())));
        return operations;
    }

    /** The names of all documented responses, such as {@code createUpload 201}. */
    Set<String> responses() {
        Set<String> all = new TreeSet<>();
        operations().values().forEach(o -> o.path("responses").fieldNames()
                .forEachRemaining(status -> all.add(o.path("operationId").asText() + " " + status)));
        return all;
    }

    /** The operation of a request. */
    Optional<JsonNode> operation(String method, String path) {
        String plain = path.replaceFirst("\\?.*", "");
        return operations().entrySet().stream().filter(o -> matches(o.getKey(), method + " " + plain)).map(Map.Entry::getValue).findFirst();
    }

    private static boolean matches(String template, String request) {
        String[] expected = template.split("/", -1);
        String[] seen = request.split("/", -1);
        if (expected.length != seen.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (!expected[i].startsWith("{") && !expected[i].equals(seen[i])) {
                return false;
            }
        }
        return true;
    }

    /** Checks an answer against the documentation of its operation, or as a problem if there is no such operation. Returns its name. */
    String check(String method, String path, Answer answer) {
        Optional<JsonNode> operation = operation(method, path);
        if (operation.isEmpty()) {
            assertThat(answer.status()).as("%s %s", method, path).isIn(404, 405);
            assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
            checkBody(ref("#/components/schemas/Problem"), answer);
            return "none " + answer.status();
        }
        JsonNode response = resolved(operation.get().path("responses").path(Integer.toString(answer.status())));
        String name = operation.get().path("operationId").asText() + " " + answer.status();
        assertThat(response.isMissingNode()).as("%s is documented: %s", name, answer.body()).isFalse();
        response.path("headers").properties().forEach(h -> checkHeader(name, h.getKey(), resolved(h.getValue()), answer));
        JsonNode content = response.path("content");
        if (content.isMissingNode()) {
            assertThat(answer.body()).as(name).isEmpty();
        } else {
            String type = answer.headers().getOrDefault("content-type", "");
            assertThat(content.has(type)).as("%s as %s", name, type).isTrue();
            checkBody(content.path(type).path("schema"), answer);
        }
        if (answer.status() >= 400) {
            assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
        }
        return name;
    }

    private void checkHeader(String name, String header, JsonNode definition, Answer answer) {
        String value = answer.headers().get(header.toLowerCase(Locale.ROOT));
        assertThat(value != null || !definition.path("required").asBoolean()).as("%s has %s", name, header).isTrue();
        if (value != null) {
            assertThat(schema(definition.path("schema")).validate(TextNode.valueOf(value))).as("%s of %s", header, name).isEmpty();
        }
    }

    private void checkBody(JsonNode schema, Answer answer) {
        assertThat(schema(schema).validate(answer.json(), c -> c.getExecutionConfig().setFormatAssertionsEnabled(true)))
                .as(answer.body()).isEmpty();
    }

    private static ObjectNode ref(String pointer) {
        return JsonNodeFactory.instance.objectNode().put("$ref", pointer);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private JsonSchema schema(JsonNode schema) {
        return schemas.computeIfAbsent(schema, s -> {
            ObjectNode root = JsonNodeFactory.instance.objectNode().put("$schema", "https://json-schema.org/draft/2020-12/schema");
            root.putArray("allOf").add(s);
            root.set("components", document.path("components"));
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(root, SchemaValidatorsConfig.builder().build());
        });
    }
}
