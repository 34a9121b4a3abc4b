package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.lambda.ApiStack.Answer;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import io.github.fixationheatmap.template.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The API does what its OpenAPI document describes, and nothing else. */
@Tag("slow")
class ApiContractTest {

    private static final String SHA_256 = "84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882";
    private static final OpenApi DESCRIPTION = OpenApi.read();

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final Set<String> produced = new TreeSet<>();

    @AutoClose
    private final ApiStack api = new ApiStack(S3.server());

    private Answer call(int expected, String method, String path, Map<String, String> headers, String body) {
        Answer answer = api.call(method, path, headers, body);
        assertThat(answer.status()).as("%s %s: %s", method, path, answer.body()).isEqualTo(expected);
        produced.add(DESCRIPTION.check(method, path, answer));
        return answer;
    }

    private Answer get(int expected, String path) {
        return call(expected, "GET", path, Map.of(), "");
    }

    private Answer post(int expected, String path, String body) {
        return call(expected, "POST", path, Map.of(), body);
    }

    private void broken(String method, String path, String body) {
        Answer answer = api.broken(method, path, body);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret detail", "no-such-bucket-4711", "Exception", "software.amazon");
        produced.add(DESCRIPTION.check(method, path, answer));
    }

    /** Requests the same answer with conditions. */
    private void again(String path, Answer first) {
        String tag = Objects.requireNonNull(first.headers().get("etag"));
        Answer unchanged = call(304, "GET", path, Map.of("If-None-Match", "\"other\", " + tag), "");
        assertThat(unchanged.headers()).containsEntry("etag", tag);
        call(304, "GET", path, Map.of("if-none-match", "*"), "");
        call(first.status(), "GET", path, Map.of("If-None-Match", "\"other\""), "");
    }

    @Test
    void everyDocumentedResponseIsProducedAndNoOther() throws IOException {
        uploads();
        String id = heatmaps();
        later();
        reading(id);
        readingGroups();
        listing();
        studies();
        again("/v1/openapi.json", get(200, "/v1/openapi.json"));
        produced.removeIf(name -> name.startsWith("none "));
        assertThat(produced).isEqualTo(DESCRIPTION.responses());
    }

    private void uploads() {
        String good = "{\"name\":\"kitchen.zip\",\"bytes\":10,\"sha256\":\"" + SHA_256 + "\"}";
        JsonNode upload = post(201, "/v1/uploads", good).json();
        assertThat(upload.path("drop").asText()).matches("uploads/[0-9a-f]{32}/kitchen\\.zip");
        assertThat(upload.path("headers").path("content-length").asText()).isEqualTo("10");
        assertThat(upload.path("headers").path("if-none-match").asText()).isEqualTo("*");
        post(400, "/v1/uploads", "{\"name\"");
        post(413, "/v1/uploads", " ".repeat(70_000));
        call(415, "POST", "/v1/uploads", Map.of("content-type", "application/zip"), good);
        for (String name : List.of("../kitchen.zip", "..zip", "...zip", "...ZIP")) {
            assertThat(post(422, "/v1/uploads", good.replace("kitchen.zip", name)).json().path("pointer").asText()).isEqualTo("/name");
        }
        broken("POST", "/v1/uploads", good);
    }

    private String heatmaps() {
        TestExport.under("inbox/study/kitchen/", TestExport.files()).forEach(api.drops::upload);
        Answer made = post(200, "/v1/heatmaps", "{\"drop\":\"study/kitchen\",\"options\":{\"scale\":2}}");
        assertThat(made.json().at("/manifest/options/scale").asDouble()).isEqualTo(2);
        assertThat(post(404, "/v1/heatmaps", "{\"drop\":\"study/bathroom\"}").problem()).isEqualTo("unknown-drop");
        api.drops.upload("inbox/half/fixations.csv", text(TestExport.HEADER + "\n"));
        assertThat(post(409, "/v1/heatmaps", "{\"drop\":\"half\"}").json().at("/missing/0").asText())
                .isEqualTo("reference_image.jpeg, .jpg or .png");
        JsonNode bad = post(400, "/v1/heatmaps", "{\"drop\":\n \"a\"x}").json();
        assertThat(bad.path("line").asInt()).isEqualTo(2);
        post(413, "/v1/heatmaps", "x".repeat(65_537));
        call(415, "POST", "/v1/heatmaps", Map.of("content-type", ""), "{}");
        assertThat(post(422, "/v1/heatmaps", "{\"drop\":\"study/kitchen\",\"options\":{\"scale\":99}}").json().path("pointer").asText())
                .isEqualTo("/options/scale");
        broken("POST", "/v1/heatmaps", "{\"drop\":\"study/kitchen\"}");
        return made.json().path("id").asText();
    }

    /** Large drops and requests with a preference for it are queued. */
    private void later() throws IOException {
        api.drops.upload("inbox/large.zip", largeZip());
        Answer large = post(202, "/v1/heatmaps", "{\"drop\":\"large\"}");
        assertThat(large.headers()).doesNotContainKey("preference-applied");
        Answer accepted = call(202, "POST", "/v1/heatmaps", Map.of("Prefer", "wait=5, respond-async"), "{\"drop\":\"study/kitchen\"}");
        String path = Objects.requireNonNull(accepted.headers().get("location"));
        again(path, get(200, path));
        assertThat(get(200, path).json().path("status").asText()).isEqualTo("running");
        api.work(accepted.json().path("id").asText());
        assertThat(get(200, path).json().path("status").asText()).isEqualTo("succeeded");
    }

    /** A fixations file of 310 MB that takes 300 kB. */
    private static byte[] largeZip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("reference_image.png"));
            zip.write(TestExport.png(4, 4));
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry("fixations.csv"));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 310; i++) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }

    private void reading(String id) {
        again("/v1/heatmaps/" + id, get(200, "/v1/heatmaps/" + id));
        get(404, "/v1/heatmaps/0000000000000000");
        get(404, "/v1/heatmaps/..");
        broken("GET", "/v1/heatmaps/" + id, "");
        Answer overlay = get(303, "/v1/heatmaps/" + id + "/overlay.png");
        assertThat(overlay.headers().get("location")).contains("/on-demand/" + id + "/overlay.png?", "X-Amz-Expires=3600");
        again("/v1/heatmaps/" + id + "/overlay.png", overlay);
        get(404, "/v1/heatmaps/" + id + "/secret.png");
        get(404, "/v1/heatmaps/x/overlay.png");
        broken("GET", "/v1/heatmaps/" + id + "/overlay.png", "");
    }

    /** Two recordings of each wearer, and names with spaces and letters that clients encode. */
    private void readingGroups() {
        StringBuilder rows = new StringBuilder(TestExport.HEADER + "\n");
        IntStream.range(0, 4).forEach(i -> rows.append("s%d,r%d,1,%d,%d,1,true,%d,20%n".formatted(i, i, i, i + 1, 5 * i + 5)));
        api.drops.upload("inbox/groups/reference_image.png", TestExport.png(40, 30));
        api.drops.upload("inbox/groups/fixations.csv", text(rows.toString()));
        String id = post(200, "/v1/heatmaps", "{\"drop\":\"groups\",\"options\":{\"outputs\":[],\"groups\":"
                + "{\"fr\u00fch am Tag\":[\"r0\",\"r1\"],\"sp\u00e4t\":[\"r2\",\"r3\"]}}}").json().path("id").asText();
        String path = "/v1/heatmaps/" + id + "/groups/";
        Answer map = get(303, path + "fr%C3%BCh%20am%20Tag/heatmap.png");
        assertThat(map.headers().get("location")).contains("/on-demand/" + id + "/groups/fr%C3%BCh%20am%20Tag/heatmap.png?");
        again(path + "fr%C3%BCh%20am%20Tag/heatmap.png", map);
        assertThat(get(303, path + "fr\u00fch am Tag vs sp\u00e4t/difference.png").headers().get("location")).contains("/difference.png?");
        for (String missing : List.of("mittags/heatmap.png", "sp%C3%A4t/difference.png", "%zz/heatmap.png", "../overlay.png")) {
            get(404, path + missing);
        }
        assertThat(api.get("/v1/heatmaps/" + id + "/folder/a/heatmap.png").problem()).isEqualTo("not-found");
        broken("GET", path + "sp%C3%A4t/heatmap.png", "");
    }

    private void studies() {
        post(202, "/v1/studies", "{\"study\":\"lab\",\"options\":{\"scale\":2}}");
        post(400, "/v1/studies", "{\"study\"");
        Answer none = api.withoutStudies("/v1/studies", "{\"study\":\"lab\"}");
        assertThat(none.problem()).isEqualTo("no-studies");
        produced.add(DESCRIPTION.check("POST", "/v1/studies", none));
        post(413, "/v1/studies", " ".repeat(70_000));
        call(415, "POST", "/v1/studies", Map.of("content-type", "text/plain"), "{}");
        post(422, "/v1/studies", "{\"study\":\"lab\",\"options\":{\"scale\":99}}");
        broken("POST", "/v1/studies", "{\"study\":\"lab\"}");
    }

    private void listing() {
        again("/v1/heatmaps", get(200, "/v1/heatmaps"));
        get(400, "/v1/heatmaps?limit=0");
        broken("GET", "/v1/heatmaps", "");
    }

    @Test
    void everyOperationIsRoutedAndEveryRouteIsDocumented() throws ClassNotFoundException {
        Class<?> routes = Class.forName("io.github.fixationheatmap.api.Route");
        Set<String> routed = Arrays.stream(routes.getPermittedSubclasses()).map(Class::getSimpleName)
                .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)).collect(Collectors.toSet());
        Set<String> documented = DESCRIPTION.operations().values().stream().map(o -> o.path("operationId").asText())
                .collect(Collectors.toSet());
        assertThat(routed).isEqualTo(documented);
        DESCRIPTION.operations().forEach((name, operation) -> {
            String[] parts = name.split(" ", 2);
            Answer answer = api.call(parts[0], parts[1].replace("{id}", "0123456789abcdef").replace("{file}", "x")
                    .replace("{group}", "g"), Map.of(), "");
            assertThat(answer.status()).as(name).isNotEqualTo(405);
            assertThat(answer.body()).as(name).doesNotContain("problem:not-found");
        });
    }

    @Test
    void theGatewayHasTheDocumentedOperationsAndADefaultRoute() {
        gatewayHasAllRoutes(Map.of(), "[{\"iam\":[]}]");
        gatewayHasAllRoutes(Map.of("JwtIssuer", "https://issuer.example"), "[{\"jwt\":[]}]");
    }

    private static void gatewayHasAllRoutes(Map<String, String> parameters, String security) {
        JsonNode api = Objects.requireNonNull(Template.with(parameters).resources("AWS::Serverless::HttpApi").get("Api"));
        Set<String> routes = new TreeSet<>();
        api.at("/Properties/DefinitionBody/paths").properties().forEach(path -> path.getValue().properties().forEach(method -> {
            routes.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
            assertThat(method.getValue().path("security").toString()).as(path.getKey()).isEqualTo(security);
            assertThat(method.getValue().at("/x-amazon-apigateway-integration/uri").asText()).contains("/ApiFunction.Arn:live/");
        }));
        Set<String> expected = new TreeSet<>(DESCRIPTION.operations().keySet());
        expected.add("X-AMAZON-APIGATEWAY-ANY-METHOD $default");
        assertThat(routes).isEqualTo(expected);
    }

    @Test
    void theReturnedDocumentIsTheSource() throws IOException {
        Path copy = Path.of("src", "main", "resources", "io", "github", "fixationheatmap", "api", "openapi.json");
        String expected = DESCRIPTION.document() + "\n";
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(copy, expected);
        }
        assertThat(Files.readString(copy)).as("make it anew: mvn test -Dtest=ApiContractTest -Dopenapi.write=true").isEqualTo(expected);
        assertThat(api.get("/v1/openapi.json").json()).isEqualTo(DESCRIPTION.document());
    }
}
