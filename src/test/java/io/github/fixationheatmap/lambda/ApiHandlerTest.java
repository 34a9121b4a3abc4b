package io.github.fixationheatmap.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.lambda.ApiStack.Answer;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The API's function: payload formats, CORS, methods, failures, settings. */
class ApiHandlerTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    @AutoClose
    private final ApiStack api = new ApiStack(S3.server());

    @Test
    void everyExampleEventOfBothPayloadFormatsIsAnswered() throws IOException {
        TestExport.under("inbox/example/", TestExport.files()).forEach(api.drops::upload);
        Map<String, Integer> expected = Map.of("api-create-heatmap.json", 200, "api-list-heatmaps.json", 200, "api-unknown-path.json", 404,
                "api-create-upload-v1.json", 201);
        try (var files = Files.list(Path.of("events"))) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("api-")).toList()) {
                Answer answer = api.handle(ApiStack.JSON.readTree(Files.readAllBytes(file)));
                assertThat(answer.status()).as("%s: %s", file, answer.body()).isEqualTo(expected.get(file.getFileName().toString()));
            }
        }
        JsonNode staged = ApiStack.event("GET", "/v1/openapi.json", Map.of(), "").put("rawPath", "/beta/v1/openapi.json");
        ((ObjectNode) staged.path("requestContext")).put("stage", "beta");
        assertThat(api.handle(staged).status()).isEqualTo(200);
    }

    @Test
    void onlyPagesOfTheConfiguredOriginMayCall() {
        Map<String, String> page = Map.of("Origin", "https://study.example", "Access-Control-Request-Method", "POST");
        assertThat(api.call("OPTIONS", "/v1/heatmaps", page, "").status()).isEqualTo(405);
        assertThat(api.call("GET", "/v1/heatmaps", page, "").headers()).doesNotContainKey("access-control-allow-origin");
        try (ApiStack open = new ApiStack(S3.server(), "https://study.example")) {
            Answer preflight = open.call("OPTIONS", "/v1/heatmaps", page, "");
            assertThat(preflight.status()).isEqualTo(204);
            assertThat(preflight.headers()).containsEntry("access-control-allow-origin", "https://study.example")
                    .containsEntry("access-control-allow-methods", "GET, POST").containsEntry("vary", "origin");
            assertThat(open.call("GET", "/v1/heatmaps", page, "").headers())
                    .containsEntry("access-control-allow-origin", "https://study.example");
            Answer stranger = open.call("GET", "/v1/heatmaps", Map.of("origin", "https://other.example"), "");
            assertThat(stranger.headers()).doesNotContainKey("access-control-allow-origin").containsEntry("vary", "origin");
        }
    }

    @Test
    void anUnknownMethodIsAnsweredWithTheAllowedOnes() {
        Answer refused = api.call("DELETE", "/v1/heatmaps", Map.of(), "");
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.headers()).containsEntry("allow", "GET, POST");
    }

    @Test
    void failuresAreLoggedAndNotShownToTheCaller() {
        Answer answer = api.broken("GET", "/v1/heatmaps", "");
        assertThat(answer.json().path("instance").asText()).endsWith("00000000-0000-4000-8000-000000000000");
        assertThat(api.log()).contains("NoSuchBucket", "stackTrace", "\"status\":500");
        assertThat(answer.body().getBytes(UTF_8)).hasSizeLessThan(500);
    }

    @Test
    void settingsNeedTheDropBucket() {
        assertThatThrownBy(() -> Settings.Api.fromEnvironment(Map.of())).hasMessageContaining("DROP_BUCKET");
    }
}
