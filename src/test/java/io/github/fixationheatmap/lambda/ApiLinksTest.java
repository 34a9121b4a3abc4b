package io.github.fixationheatmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.lambda.ApiStack.Answer;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import io.github.fixationheatmap.model.Digests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The API's links to results, uploads and next pages. */
@Tag("slow")
class ApiLinksTest {

    private static final OpenApi DESCRIPTION = OpenApi.read();

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    @AutoClose
    private final ApiStack api = ApiStack.withOneDrop(S3.server());

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void resultsEqualThoseOfTheDropUnlessOptionsDiffer() throws IOException, InterruptedException {
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
    void anUploadThroughALinkIsADrop() throws IOException, InterruptedException {
        byte[] zip = TestExport.zip(TestExport.files());
        String sum = HexFormat.of().formatHex(Digests.sha256().digest(zip));
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
        api.id("{\"drop\":\"" + drop + "\"}");
        JsonNode listed = api.get("/v1/heatmaps?prefix=uploads/").json();
        assertThat(listed.at("/items/0/results").asText()).isEqualTo(results);
    }

    @Test
    void resultsAreListedPageByPage() {
        for (int i = 0; i < 7; i++) {
            TestExport.under("inbox/many/" + i + "/", TestExport.files()).forEach(api.drops::upload);
            api.drops.handle(api.drops.event("inbox/many/" + i + "/fixations.csv"));
        }
        api.drops.drop("inbox/many/bad.zip", new byte[30]);
        api.id("{\"drop\":\"study/kitchen\"}");
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
    void theListingLinksTheOutputsThatAreThere() {
        assertThat(listedFiles("{\"aoiMetrics\": \"extended\"}")).containsExactly(
                "heatmap.png", "overlay.png", "aoi_fixations.csv", "aoi_metrics.csv", "aoi_summary.csv", "manifest.json");
        assertThat(listedFiles("{}")).as("an output that is no longer asked for is deleted").containsExactly(
                "heatmap.png", "overlay.png", "aoi_fixations.csv", "aoi_metrics.csv", "manifest.json");
    }

    private List<String> listedFiles(String options) {
        api.drops.upload("inbox/study/kitchen/heatmap.json", options.getBytes(StandardCharsets.UTF_8));
        api.drops.handle(api.drops.event("inbox/study/kitchen/heatmap.json"));
        List<String> names = new ArrayList<>();
        api.get("/v1/heatmaps?prefix=study/").json().at("/items/0/links/files").fieldNames().forEachRemaining(names::add);
        return names;
    }
}
