package io.github.fixationheatmap.template;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.lambda.ApiStack;
import io.github.fixationheatmap.lambda.TestExport;
import io.github.fixationheatmap.lambda.TestStack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs that make both functions call S3 in all the ways that they can. */
final class EveryCall {

    /** As many, that two ids alike in a letter are no pattern. */
    private static final int MANY = 6;

    private static final String SHA_256 = "0123456789abcdef".repeat(4);

    private EveryCall() {}

    /** Folders and zips, at the inbox's top and below; misnamed, refused, mended, refused again, delivered twice, with masks, options. */
    static void dropsOfEveryKind(TestStack stack) {
        Map<String, byte[]> good = TestExport.files();
        Map<String, byte[]> bad = new LinkedHashMap<>(good);
        bad.put("fixations.csv", text("no header\n"));
        for (String folder : List.of("inbox/", "inbox/kitchen/", "inbox/study/living room/")) {
            stack.drop(TestExport.under(folder, bad));
            stack.drop(TestExport.under(folder, good));
            stack.handle(stack.event(folder + "fixations.csv"));
            stack.drop(folder + "heatmap.json", text("{\"aoiMetrics\": \"extended\"}"));
            stack.drop(folder + "heatmap.json", text("{\"aoiMetrics\": \"standard\"}")); // takes the summary away again
        }
        stack.drop("inbox/pantry/Fixations.csv", text("x"));
        stack.drop("inbox/pantry/heatmap.json.txt", text("{}"));
        stack.drop(TestExport.under("inbox/pantry/", good)); // takes away again what was waited for
        stack.upload("inbox/kitchen/aois/fridge.png", TestExport.png(40, 30));
        stack.drop("inbox/kitchen/heatmap.json", text("{\"scale\": 0}"));
        stack.drop("inbox/two.zip", new byte[30]);
        Map<String, byte[]> two = new LinkedHashMap<>(TestExport.under("one/", good));
        two.putAll(TestExport.under("two/", bad));
        stack.drop("inbox/two.zip", TestExport.zip(two));
        stack.drop("inbox/two.heatmap.json", text("{\"scale\": 2}"));
    }

    /** A drop's file is gone between listing and reading. */
    static void vanishingDrop(TestStack stack, S3Calls calls) {
        TestExport.under("inbox/fleeting/", TestExport.files()).forEach(stack::upload);
        JsonNode event = stack.event("inbox/fleeting/sections.csv");
        calls.beforeReading("inbox/fleeting/fixations.csv", () -> stack.remove("inbox/fleeting/fixations.csv"));
        stack.handle(event);
    }

    /** Links, requests at once and for later, for what changes meanwhile and for what is gone, and reading of all there is. */
    static void requestsOfEveryKind(TestStack stack, ApiStack api) {
        for (int i = 0; i < MANY; i++) {
            String name = i % 2 == 0 ? "a.zip" : "B.ZIP";
            ok(201, api.post("/v1/uploads", "{\"name\":\"" + name + "\",\"bytes\":9,\"sha256\":\"" + SHA_256 + "\"}"));
        }
        for (String folder : List.of("inbox/garden/", "inbox/study/attic/")) {
            TestExport.under(folder, TestExport.files()).forEach(stack::upload);
        }
        ok(200, api.post("/v1/heatmaps", "{\"drop\":\"garden\"}"));
        ok(404, api.post("/v1/heatmaps", "{\"drop\":\"nowhere\"}"));
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= MANY; i++) {
            ids.add(ok(202, api.later(attic(i))).path("id").asText());
        }
        ids.forEach(id -> assertThat(ok(200, api.get("/v1/heatmaps/" + id)).path("status").asText()).isEqualTo("running"));
        stack.upload("inbox/study/attic/reference_image.png", TestExport.png(41, 30));
        ids.forEach(api::work);
        ids.forEach(id -> assertThat(ok(200, api.get("/v1/heatmaps/" + id)).path("status").asText()).isEqualTo("failed"));
        TestExport.under("inbox/study/attic/", TestExport.files()).forEach(stack::upload);
        for (int i = 1; i <= MANY; i++) {
            ok(200, api.post("/v1/heatmaps", attic(i)));
        }
        String later = ok(202, api.later(attic(MANY + 1))).path("id").asText();
        api.work(later);
        ok(200, api.get("/v1/heatmaps/" + later));
        JsonNode event = stack.event("requests/" + later + ".json");
        stack.remove("requests/" + later + ".json");
        stack.handle(event);
        ok(200, api.get("/v1/heatmaps"));
        for (String study : List.of("lab", "kitchen/one", "Tee")) {
            ok(202, api.post("/v1/studies", "{\"study\":\"" + study + "\"}"));
        }
    }

    /** A file is gone between the API's listing and its reading. */
    static void vanishingAsk(TestStack stack, ApiStack api, S3Calls calls) {
        TestExport.under("inbox/brief/", TestExport.files()).forEach(stack::upload);
        calls.beforeReading("inbox/brief/fixations.csv", () -> stack.remove("inbox/brief/fixations.csv"));
        ok(409, api.post("/v1/heatmaps", "{\"drop\":\"brief\"}"));
    }

    private static String attic(int scale) {
        return "{\"drop\":\"study/attic\",\"options\":{\"scale\":" + scale + "}}";
    }

    private static JsonNode ok(int status, ApiStack.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }
}
