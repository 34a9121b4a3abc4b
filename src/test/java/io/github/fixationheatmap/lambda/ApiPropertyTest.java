package io.github.fixationheatmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.lambda.ApiStack.Answer;
import io.github.fixationheatmap.local.EmbeddedS3;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The answer to any request is a documented one, and the handler never throws. */
class ApiPropertyTest {

    private static final OpenApi DESCRIPTION = OpenApi.read();

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedS3 server;

    @SuppressWarnings("NullAway.Init")
    private static ApiStack api;

    @BeforeContainer
    static void start() {
        server = EmbeddedS3.start();
        api = ApiStack.withOneDrop(server);
        api.drops.upload("inbox/both.zip", TestExport.zip(TestExport.files()));
        TestExport.under("inbox/both/", TestExport.files()).forEach(api.drops::upload);
    }

    @AfterContainer
    static void stop() {
        api.close();
        server.close();
    }

    record Call(String method, String path, Map<String, String> headers, String body) {}

    @Provide
    Arbitrary<Call> calls() {
        return Combinators.combine(methods(), paths(), headers(), bodies()).as(Call::new);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings().ofMaxLength(40);
    }

    private static Arbitrary<String> methods() {
        return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.of("GET", "POST")),
                Tuple.of(1, Arbitraries.of("PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "G", "GET, POST", "get", "")));
    }

    private static Arbitrary<String> paths() {
        Arbitrary<String> segment = Arbitraries.oneOf(Arbitraries.of("v1", "uploads", "heatmaps", "openapi.json", "0123456789abcdef",
                "overlay.png",
                "", ".", "..", "%2e%2e"), text().map(t -> t.replace("?", "")));
        Arbitrary<String> any = segment.list().ofMaxSize(6).map(s -> "/" + String.join("/", s));
        Arbitrary<String> known = Arbitraries.of("/v1/uploads", "/v1/heatmaps", "/v1/heatmaps/0123456789abcdef", "/v1/openapi.json",
                "/v1/heatmaps/0123456789abcdef/overlay.png");
        Arbitrary<String> query = Combinators.combine(Arbitraries.of("prefix", "cursor", "limit", "other"), text())
                .as((name, value) -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        return Arbitraries.oneOf(any, known, known, query.map(q -> "/v1/heatmaps?" + q));
    }

    private static Arbitrary<Map<String, String>> headers() {
        Arbitrary<String> names = Arbitraries.of("Content-Type", "content-type", "PREFER", "if-none-match", "Accept", "origin", "x-y");
        Arbitrary<String> values = Arbitraries.oneOf(text(), Arbitraries.of("application/json", "application/json; charset=utf-8",
                "text/plain", "respond-async", "*", "W/\"x\"", "\"", ",,,"));
        return Arbitraries.maps(names, values).ofMaxSize(3);
    }

    private static Arbitrary<String> bodies() {
        Arbitrary<String> value = Arbitraries.oneOf(
                Arbitraries.of("null", "true", "-1", "0", "1e999999999", "1e-999999999", "9999999999999999999999", "\"\"", "[]", "{}",
                "[[[[",
                        "\"study/kitchen\"", "\"both\"", "\"both.zip\"", "\"both/\"", "\"../x\"", "\"a\\u0000b\"", "\"\\ud800\"",
                        "\"x.zip\"",
                        "\"on-demand/x\"", "\"" + "0f".repeat(32) + "\"", "\"" + "ü".repeat(500) + "\"", "{\"scale\":2}",
                        "{\"scale\":1e-7}",
                        "{\"recordings\":[\"\\udfff\"]}", "{\"weight\":\"duration\",\"weight\":\"count\"}", "{\"a\\ud83d\":1}"),
                text().map(t -> ApiStack.JSON.getNodeFactory().textNode(t).toString()),
                Arbitraries.doubles().map(String::valueOf));
        Arbitrary<String> member = Combinators.combine(
                Arbitraries.of("drop", "folder", "options", "name", "bytes", "sha256", "x"), value)
                        .as((name, v) -> "\"" + name + "\":" + v);
        Arbitrary<String> object = member.list().ofMaxSize(4).map(members -> "{" + String.join(",", members) + "}");
        return Arbitraries.frequencyOf(Tuple.of(6, object), Tuple.of(1, text()),
                Tuple.of(1, value), Tuple.of(1, Arbitraries.of("", "[".repeat(5000), "x".repeat(70_000), "\uFEFF{}")));
    }

    @Property(tries = 600)
    void anyRequestGetsADocumentedAnswer(@ForAll("calls") Call call) {
        Answer answer = api.call(call.method(), call.path(), call.headers(), call.body());
        DESCRIPTION.check(call.method().toUpperCase(Locale.ROOT), call.path(), answer);
    }

    @Property(tries = 100)
    void anyBytesAsABodyGetADocumentedAnswer(@ForAll byte[] bytes, @ForAll boolean upload) {
        String path = upload ? "/v1/uploads" : "/v1/heatmaps";
        ObjectNode event = ApiStack.event("POST", path, Map.of(), Base64.getEncoder().encodeToString(bytes)).put("isBase64Encoded", true);
        DESCRIPTION.check("POST", path, api.handle(event));
    }

    @Property(tries = 100)
    void anEventThatLacksPartsGetsADocumentedAnswer(@ForAll("calls") Call call, @ForAll boolean second, @ForAll int removed) {
        ObjectNode event = ApiStack.event(call.method(), call.path(), call.headers(), call.body());
        if (!second) {
            event.remove("requestContext");
        }
        List<String> names = new ArrayList<>();
        event.fieldNames().forEachRemaining(names::add);
        event.putNull(names.get(Math.floorMod(removed, names.size())));
        Answer answer = api.handle(event);
        assertThat(answer.status()).isBetween(200, 422);
    }
}
