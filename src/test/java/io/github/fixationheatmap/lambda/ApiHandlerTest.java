package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.lambda.ApiStack.Answer;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers of the API can count on. */
class ApiHandlerTest {

    private static final OpenApi DESCRIPTION = OpenApi.read();
    private static final Map<String, String> ASYNC = Map.of("prefer", "respond-async");

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private ApiStack api;

    @BeforeEach
    void freshBuckets() {
        api = new ApiStack(S3.server());
        TestExport.under("inbox/study/kitchen/", TestExport.files()).forEach(api.drops::upload);
    }

    @AfterEach
    void close() {
        api.close();
    }

    private String id(String body) {
        Answer answer = api.post("/v1/heatmaps", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("id").asText();
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void resultsAreThoseOfTheDropUnlessOptionsSayOtherwise() throws IOException, InterruptedException {
        api.drops.handle(api.drops.event("inbox/study/kitchen/fixations.csv"));
        JsonNode same = api.post("/v1/heatmaps", "{\"drop\":\"study/kitchen\"}").json();
        same.at("/links/files").properties().forEach(file -> {
            byte[] own = api.drops.result("on-demand/" + same.path("id").asText() + "/" + file.getKey());
            if (!file.getKey().equals("manifest.json")) {
                assertThat(own).as(file.getKey()).isEqualTo(api.drops.result("study/kitchen/" + file.getKey()));
            }
        });
        JsonNode wider = api.post("/v1/heatmaps", "{\"drop\":\"study/kitchen\",\"options\":{\"scale\":9}}").json();
        byte[] overlay = send(HttpRequest.newBuilder(URI.create(wider.at("/links/files/overlay.png").asText()))).body();
        assertThat(overlay).isNotEqualTo(api.drops.result("study/kitchen/overlay.png"));
        assertThat(api.drops.resultKeys()).as("the drop's own results are as they were").contains("study/kitchen/manifest.json");
        Answer file = api.get("/v1/heatmaps/" + wider.path("id").asText() + "/overlay.png");
        assertThat(send(HttpRequest.newBuilder(URI.create(Objects.requireNonNull(file.headers().get("location"))))).body())
                .isEqualTo(overlay);
    }

    @Test
    void anIdStandsForInputsAndOptionsAndNothingElse() {
        String id = id("{\"drop\":\"study/kitchen\",\"options\":{\"scale\":2,\"weight\":\"duration\"}}");
        assertThat(id("{\"options\":{\"weight\":\"duration\",\"scale\":2.0},\"drop\":\"study/kitchen/\",\"folder\":\"\"}")).isEqualTo(id);
        assertThat(id("{\"drop\":\"study/kitchen\",\"options\":{\"scale\":2.5,\"weight\":\"duration\"}}")).isNotEqualTo(id);
        api.drops.upload("inbox/study/kitchen/notes.txt", text("not read"));
        assertThat(id("{\"drop\":\"study/kitchen\",\"options\":{\"scale\":2,\"weight\":\"duration\"}}")).isEqualTo(id);

        api.drops.upload("inbox/study/kitchen/fixations.csv", text(TestExport.HEADER + "\n" + TestExport.ROWS.replace("12.5", "13.5")));
        String changed = id("{\"drop\":\"study/kitchen\",\"options\":{\"scale\":2,\"weight\":\"duration\"}}");
        assertThat(changed).isNotEqualTo(id);
        assertThat(api.get("/v1/heatmaps/" + id).json().path("status").asText()).as("what was given once stays").isEqualTo("succeeded");
    }

    @Test
    void askingAgainWritesNothing() {
        id("{\"drop\":\"study/kitchen\"}");
        Map<String, String> before = tags();
        id("{\"drop\":\"study/kitchen\"}");
        assertThat(api.call("POST", "/v1/heatmaps", ASYNC, "{\"drop\":\"study/kitchen\"}").status()).isEqualTo(200);
        assertThat(tags()).isEqualTo(before);
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        S3.server().client().listObjectsV2(r -> r.bucket(api.drops.results)).contents()
                .forEach(o -> tags.put(o.key(), o.eTag() + o.lastModified()));
        return tags;
    }

    @Test
    void theSameAskedAtTheSameTimeGivesOneResult() throws InterruptedException, ExecutionException {
        int callers = 6;
        CyclicBarrier start = new CyclicBarrier(callers);
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            for (int i = 0; i < callers; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return api.post("/v1/heatmaps", "{\"drop\":\"study/kitchen\",\"options\":{\"scale\":4}}");
                }));
            }
        }
        JsonNode first = answers.getFirst().get().json();
        for (Future<Answer> answer : answers) {
            assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(200);
            assertThat(answer.get().json().path("id")).isEqualTo(first.path("id"));
            assertThat(answer.get().json().path("manifest")).isEqualTo(first.path("manifest"));
        }
        assertThat(api.drops.resultKeys()).hasSize(5).allMatch(k -> k.startsWith("on-demand/" + first.path("id").asText() + "/"));
    }

    @Test
    void workForLaterGoesThroughTheQueueAndItsResultIsTheSame() {
        Answer accepted = api.call("POST", "/v1/heatmaps", ASYNC, "{\"drop\":\"study/kitchen\",\"options\":{\"recordings\":[\"second\"]}}");
        String id = accepted.json().path("id").asText();
        assertThat(api.drops.resultKeys()).isEmpty();
        api.work(id);
        api.work(id);
        JsonNode done = api.get("/v1/heatmaps/" + id).json();
        assertThat(done.at("/manifest/options/recordings/0").asText()).isEqualTo("second");
        assertThat(id("{\"drop\":\"study/kitchen\",\"options\":{\"recordings\":[\"second\"]}}")).isEqualTo(id);
    }

    @Test
    void aRequestWhoseDropChangedFailsAndMayBeMadeAgain() {
        String id = api.call("POST", "/v1/heatmaps", ASYNC, "{\"drop\":\"study/kitchen\"}").json().path("id").asText();
        byte[] picture = TestExport.files().getOrDefault("reference_image.png", new byte[0]);
        api.drops.upload("inbox/study/kitchen/reference_image.png", TestExport.png(41, 30));
        api.work(id);
        Answer failed = api.get("/v1/heatmaps/" + id);
        DESCRIPTION.check("GET", "/v1/heatmaps/" + id, failed);
        assertThat(failed.json().path("status").asText()).isEqualTo("failed");
        assertThat(failed.json().at("/problem/type").asText()).endsWith(":drop-changed");

        api.drops.upload("inbox/study/kitchen/reference_image.png", picture);
        assertThat(id("{\"drop\":\"study/kitchen\"}")).as("the drop is what it was").isEqualTo(id);
    }

    @Test
    void badInputIsToldWithItsPlaceAtOnceOrLaterAndAgain() {
        api.drops.upload("inbox/study/kitchen/fixations.csv", text(TestExport.HEADER + "\n" + TestExport.ROWS.replace("12.5", "12,5")));
        for (int i = 0; i < 2; i++) {
            Answer refused = api.post("/v1/heatmaps", "{\"drop\":\"study/kitchen\"}");
            DESCRIPTION.check("POST", "/v1/heatmaps", refused);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().path("file").asText() + " " + refused.json().path("line").asInt()).isEqualTo("fixations.csv 3");
        }
        String id = api.call("POST", "/v1/heatmaps", ASYNC, "{\"drop\":\"study/kitchen\",\"options\":{\"scale\":7}}").json().path("id")
                .asText();
        api.work(id);
        assertThat(api.get("/v1/heatmaps/" + id).json().at("/problem/line").asInt()).isEqualTo(3);
    }

    @Test
    void aRecordingThatIsNotThereIsAProblemOfTheRequest() {
        Answer refused = api.post("/v1/heatmaps", "{\"drop\":\"study/kitchen\",\"options\":{\"recordings\":[\"first\",\"thrid\"]}}");
        assertThat(refused.json().path("pointer").asText()).isEqualTo("/options/recordings/1");
        assertThat(refused.json().path("value").asText()).isEqualTo("thrid");
    }

    @Test
    void folderAndZipOfOneNameAreToldApartByTheNamesEnd() {
        api.drops.upload("inbox/study/kitchen.ZIP", TestExport.zip(TestExport.files()));
        Answer unclear = api.post("/v1/heatmaps", "{\"drop\":\"study/kitchen\"}");
        assertThat(unclear.status() + " " + unclear.problem()).isEqualTo("409 ambiguous-drop");
        assertThat(unclear.json().path("detail").asText()).contains("\"study/kitchen/\"", "\"study/kitchen.ZIP\"");
        String zip = id("{\"drop\":\"study/kitchen.zip\"}");
        assertThat(id("{\"drop\":\"study/kitchen.ZIP\"}")).isEqualTo(zip).isNotEqualTo(id("{\"drop\":\"study/kitchen/\"}"));
    }

    @Test
    void ofAZipWithSeveralExportsOneIsNamed() {
        Map<String, byte[]> entries = new LinkedHashMap<>(TestExport.under("one/", TestExport.files()));
        entries.putAll(TestExport.under("two/deeper/", TestExport.files()));
        api.drops.upload("inbox/all.zip", TestExport.zip(entries));
        Answer unclear = api.post("/v1/heatmaps", "{\"drop\":\"all\"}");
        assertThat(unclear.status() + " " + unclear.problem() + " " + unclear.json().path("folders"))
                .isEqualTo("409 several-exports [\"one\",\"two/deeper\"]");
        assertThat(id("{\"drop\":\"all\",\"folder\":\"one\"}")).isNotEqualTo(id("{\"drop\":\"all\",\"folder\":\"two/deeper\"}"));
        assertThat(api.post("/v1/heatmaps", "{\"drop\":\"all\",\"folder\":\"three\"}").problem()).isEqualTo("unknown-export");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a//b", "/a", "../a", "a/..", "a/./b", "a\\u0000b", "a\\nb", "\\ud800", "on-demand", "on-demand/x",
            "on-demand/"})
    void namesThatAreNoPathBelowTheInboxAreRefused(String name) {
        Answer refused = api.post("/v1/heatmaps", "{\"drop\":\"" + name + "\"}");
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().path("pointer").asText()).isEqualTo("/drop");
    }

    @Test
    void aNameMayBeOf900BytesAndNoMore() {
        assertThat(api.post("/v1/heatmaps", "{\"drop\":\"" + "ü".repeat(450) + "\"}").status()).isEqualTo(404);
        assertThat(api.post("/v1/heatmaps", "{\"drop\":\"" + "ü".repeat(450) + "x\"}").status()).isEqualTo(422);
    }

    @Test
    void anUploadThroughItsLinkIsADropThatCanBeAskedFor() throws IOException, InterruptedException, NoSuchAlgorithmException {
        byte[] zip = TestExport.zip(TestExport.files());
        String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(zip));
        JsonNode upload = api.post("/v1/uploads", "{\"name\":\"Küche 1.zip\",\"bytes\":" + zip.length + ",\"sha256\":\"" + sum + "\"}")
                .json();
        HttpRequest.Builder put = HttpRequest.newBuilder(URI.create(upload.path("url").asText()))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(zip));
        upload.path("headers").properties().stream().filter(h -> !h.getKey().equals("content-length"))
                .forEach(h -> put.header(h.getKey(), h.getValue().asText()));
        assertThat(send(put).statusCode()).isEqualTo(200);

        String drop = upload.path("drop").asText();
        api.drops.handle(api.drops.event("inbox/" + drop));
        String results = drop.replaceFirst("\\.zip$", "/");
        assertThat(api.drops.resultKeys()).contains(results + "overlay.png");
        id("{\"drop\":\"" + drop + "\"}");
        JsonNode listed = api.get("/v1/heatmaps?prefix=uploads/").json();
        assertThat(listed.at("/items/0/results").asText()).isEqualTo(results);
    }

    @Test
    void whatThereIsComesPageByPage() {
        for (int i = 0; i < 7; i++) {
            TestExport.under("inbox/many/" + i + "/", TestExport.files()).forEach(api.drops::upload);
            api.drops.handle(api.drops.event("inbox/many/" + i + "/fixations.csv"));
        }
        api.drops.drop("inbox/many/bad.zip", new byte[30]);
        id("{\"drop\":\"study/kitchen\"}");
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            Answer page = api.get("/v1/heatmaps?prefix=many/&limit=3" + next);
            DESCRIPTION.check("GET", "/v1/heatmaps", page);
            page.json().path("items").forEach(item -> seen.add(item.path("results").asText() + " " + item.path("status").asText()));
            next = page.json().has("next") ? "&cursor=" + page.json().path("next").asText() : "";
        } while (!next.isEmpty());
        assertThat(seen).containsExactly("many/0/ succeeded", "many/1/ succeeded", "many/2/ succeeded", "many/3/ succeeded",
                "many/4/ succeeded", "many/5/ succeeded", "many/6/ succeeded", "many/bad/ failed");
        JsonNode onDemand = api.get("/v1/heatmaps?prefix=on-demand/").json().at("/items/0");
        assertThat(onDemand.at("/links/self").asText()).isEqualTo("/v1/heatmaps/" + onDemand.path("id").asText());
        String cursor = api.get("/v1/heatmaps?prefix=many/&limit=3").json().path("next").asText();
        assertThat(api.get("/v1/heatmaps?prefix=study/&cursor=" + cursor).problem()).as("of another listing").isEqualTo("bad-parameter");
        assertThat(api.get("/v1/heatmaps?prefix=many/&cursor=" + cursor + "A").problem()).isEqualTo("bad-parameter");
    }

    @Test
    void noDropMayLieAmongWhatWasAskedFor() {
        for (String key : List.of("inbox/on-demand/0123456789abcdef/", "inbox/on-demand/")) {
            TestExport.under(key, TestExport.files()).forEach(api.drops::upload);
            api.drops.handle(api.drops.event(key + "fixations.csv"));
        }
        api.drops.drop("inbox/on-demand.zip", TestExport.zip(TestExport.files()));
        assertThat(api.drops.resultKeys()).containsExactly("refused/on-demand/0123456789abcdef/error.json", "refused/on-demand/error.json");
        assertThat(api.drops.json("refused/on-demand/error.json").path("type").asText()).endsWith(":reserved-name");
        assertThat(api.get("/v1/heatmaps/0123456789abcdef").status()).isEqualTo(404);
    }

    @Test
    void bothPayloadFormatsAreUnderstoodAndTheFolderOfEventsHoldsThem() throws IOException {
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
        ((com.fasterxml.jackson.databind.node.ObjectNode) staged.path("requestContext")).put("stage", "beta");
        assertThat(api.handle(staged).status()).isEqualTo(200);
    }

    @Test
    void pagesOfOtherOriginsMayCallOnlyIfTheStackNamesThem() {
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
    void methodsThatAPathDoesNotKnowAreToldWhichItDoes() {
        Answer refused = api.call("DELETE", "/v1/heatmaps", Map.of(), "");
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.headers()).containsEntry("allow", "GET, POST");
    }

    @Test
    void failuresAreLoggedAndNotTold() {
        Answer answer = api.broken("GET", "/v1/heatmaps", "");
        assertThat(answer.json().path("instance").asText()).endsWith("00000000-0000-4000-8000-000000000000");
        assertThat(api.log()).contains("NoSuchBucket", "stackTrace", "\"status\":500");
        assertThat(answer.body().getBytes(UTF_8)).hasSizeLessThan(500);
    }

    @Test
    void settingsNeedTheDropBucket() {
        assertThatThrownBy(() -> ApiSettings.fromEnvironment(Map.of())).hasMessageContaining("DROP_BUCKET");
    }
}
