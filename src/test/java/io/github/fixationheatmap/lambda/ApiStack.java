package io.github.fixationheatmap.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.lambda.priming.StubLambdaContext;
import io.github.fixationheatmap.local.EmbeddedS3;
import io.github.fixationheatmap.store.Presigner;
import io.github.fixationheatmap.store.S3ObjectStore;
import io.github.fixationheatmap.store.S3UrlPresigner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The API's handler over the buckets of a {@link TestStack}, called as API Gateway calls it. */
public final class ApiStack implements AutoCloseable {

    public static final JsonMapper JSON = new JsonMapper();
    private static final String MISSING = "no-such-bucket-4711";

    /** An answer of the API. */
    public record Answer(int status, Map<String, String> headers, String body) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String problem() {
            return json().path("type").asText().replace("urn:fixation-heatmap:problem:", "");
        }
    }

    final TestStack drops;
    private final S3Client client;
    private final S3Presigner sdk;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final ApiHandler handler;

    ApiStack(EmbeddedS3 s3) {
        this(s3, "");
    }

    /** An API whose drop bucket holds the drop {@code study/kitchen}. */
    static ApiStack withOneDrop(EmbeddedS3 s3) {
        ApiStack api = new ApiStack(s3);
        TestExport.under("inbox/study/kitchen/", TestExport.files()).forEach(api.drops::upload);
        return api;
    }

    ApiStack(EmbeddedS3 s3, String corsOrigin) {
        this(new TestStack(s3), s3.client(), corsOrigin, presigner -> presigner);
    }

    /** An API over the buckets of a stack, with its own client and a wrapped presigner. */
    public ApiStack(TestStack drops, S3Client client, String corsOrigin, UnaryOperator<Presigner> around) {
        this.drops = drops;
        this.client = client;
        this.sdk = drops.s3.presigner();
        this.handler = handler(drops.drops, drops.results, corsOrigin, "on", around.apply(new S3UrlPresigner(sdk)));
    }

    private ApiHandler handler(String inbox, String results, String corsOrigin, String studies, Presigner presigner) {
        Settings settings = Settings.fromEnvironment(Map.of("RESULTS_BUCKET", results, "MAX_PIXELS", "4000000", "DEFAULT_OUTPUTS", "none",
                "STUDIES", studies));
        Settings.Api api = Settings.Api.fromEnvironment(Map.of("DROP_BUCKET", inbox, "CORS_ORIGIN", corsOrigin));
        return new ApiHandler(settings, api, new S3ObjectStore(client), presigner, new PrintStream(log, true, UTF_8));
    }

    /** Calls the API with missing buckets and a presigner that fails. */
    Answer broken(String method, String path, String body) {
        Presigner unable = new Presigner() {
            @Override
            public URI get(String bucket, String key, Duration lifetime) {
                throw new IllegalStateException("secret detail");
            }

            @Override
            public SignedPut put(Upload upload, Duration lifetime) {
                throw new IllegalStateException("secret detail");
            }
        };
        return handle(handler(MISSING, MISSING, "", "on", unable), event(method, path, Map.of(), body));
    }

    /** Calls the API of a stack that runs no studies. */
    Answer withoutStudies(String path, String body) {
        return handle(handler(drops.drops, drops.results, "", "off", new S3UrlPresigner(sdk)), event("POST", path, Map.of(), body));
    }

    public Answer get(String path) {
        return call("GET", path, Map.of(), "");
    }

    public Answer post(String path, String body) {
        return call("POST", path, Map.of(), body);
    }

    /** The id of the heatmap that this request makes immediately. */
    String id(String body) {
        Answer answer = post("/v1/heatmaps", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("id").asText();
    }

    /** Requests a heatmap from the queue's function. */
    public Answer later(String body) {
        return call("POST", "/v1/heatmaps", Map.of("prefer", "respond-async"), body);
    }

    public Answer call(String method, String path, Map<String, String> headers, String body) {
        return handle(event(method, path, headers, body));
    }

    Answer handle(JsonNode event) {
        return handle(handler, event);
    }

    private static Answer handle(ApiHandler handler, JsonNode event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(JSON.writeValueAsString(event).getBytes(UTF_8)), out, new StubLambdaContext());
            JsonNode answer = JSON.readTree(out.toByteArray());
            Map<String, String> headers = new TreeMap<>();
            answer.path("headers").properties().forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
            return new Answer(answer.path("statusCode").asInt(), headers, answer.path("body").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A request in payload format 2.0. The path may have a query. The body of a POST is JSON unless the headers say otherwise.
     */
    static ObjectNode event(String method, String path, Map<String, String> headers, String body) {
        ObjectNode event = JSON.createObjectNode().put("version", "2.0").put("routeKey", "$default");
        int mark = path.indexOf('?');
        event.put("rawPath", mark < 0 ? path : path.substring(0, mark)).put("rawQueryString", mark < 0 ? "" : path.substring(mark + 1));
        if (mark >= 0) {
            ObjectNode query = event.putObject("queryStringParameters");
            for (String parameter : path.substring(mark + 1).split("&", -1)) {
                String[] parts = parameter.split("=", 2);
                query.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
            }
        }
        ObjectNode all = event.putObject("headers");
        if (method.equals("POST")) {
            all.put("content-type", "application/json");
        }
        headers.forEach(all::put);
        event.putObject("requestContext").put("stage", "$default").putObject("http").put("method", method).put("path", path);
        return event.put("body", body).put("isBase64Encoded", false);
    }

    /** Sends the queue's function the event of a request that the API has stored. */
    public void work(String id) {
        drops.handle(drops.event("requests/" + id + ".json"));
    }

    String log() {
        return log.toString(UTF_8);
    }

    @Override
    public void close() {
        sdk.close();
    }
}
