package io.github.fixationheatmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.lambda.ApiStack.Answer;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The drop that a name refers to, and names that are invalid. */
class ApiDropNameTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    @AutoClose
    private final ApiStack api = ApiStack.withOneDrop(S3.server());

    @Test
    void theEndOfANameDistinguishesFolderAndZip() {
        api.drops.upload("inbox/study/kitchen.ZIP", TestExport.zip(TestExport.files()));
        Answer unclear = api.post("/v1/heatmaps", "{\"drop\":\"study/kitchen\"}");
        assertThat(unclear.status() + " " + unclear.problem()).isEqualTo("409 ambiguous-drop");
        assertThat(unclear.json().path("detail").asText()).contains("\"study/kitchen/\"", "\"study/kitchen.ZIP\"");
        String zip = api.id("{\"drop\":\"study/kitchen.zip\"}");
        assertThat(api.id("{\"drop\":\"study/kitchen.ZIP\"}")).isEqualTo(zip).isNotEqualTo(api.id("{\"drop\":\"study/kitchen/\"}"));
    }

    @Test
    void aZipWithSeveralExportsNeedsAFolder() {
        Map<String, byte[]> entries = new LinkedHashMap<>(TestExport.under("one/", TestExport.files()));
        entries.putAll(TestExport.under("two/deeper/", TestExport.files()));
        api.drops.upload("inbox/all.zip", TestExport.zip(entries));
        Answer unclear = api.post("/v1/heatmaps", "{\"drop\":\"all\"}");
        assertThat(unclear.status() + " " + unclear.problem() + " " + unclear.json().path("folders"))
                .isEqualTo("409 several-exports [\"one\",\"two/deeper\"]");
        assertThat(api.id("{\"drop\":\"all\",\"folder\":\"one\"}")).isNotEqualTo(api.id("{\"drop\":\"all\",\"folder\":\"two/deeper\"}"));
        assertThat(api.post("/v1/heatmaps", "{\"drop\":\"all\",\"folder\":\"three\"}").problem()).isEqualTo("unknown-export");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a//b", "/a", "../a", "a/..", "a/./b", "a\\u0000b", "a\\nb", "\\ud800", "on-demand", "on-demand/x",
            "on-demand/", "..zip", "...zip", "a/...ZIP", "a\\\\..\\\\b"})
    void namesThatAreNoPathBelowTheInboxAreRejected(String name) {
        Answer refused = api.post("/v1/heatmaps", "{\"drop\":\"" + name + "\"}");
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().path("pointer").asText()).isEqualTo("/drop");
    }

    @ParameterizedTest
    @ValueSource(strings = {".zip", "a/.ZIP", "...", "a/....zip"})
    void otherNamesWithDotsAreUnknownDrops(String name) {
        assertThat(api.post("/v1/heatmaps", "{\"drop\":\"" + name + "\"}").problem()).isEqualTo("unknown-drop");
    }

    @Test
    void aNameHasAtMost900Bytes() {
        assertThat(api.post("/v1/heatmaps", "{\"drop\":\"" + "ü".repeat(450) + "\"}").status()).isEqualTo(404);
        assertThat(api.post("/v1/heatmaps", "{\"drop\":\"" + "ü".repeat(450) + "x\"}").status()).isEqualTo(422);
    }

    @Test
    void noDropMayHaveTheReservedPrefix() {
        for (String key : List.of("inbox/on-demand/0123456789abcdef/", "inbox/on-demand/")) {
            TestExport.under(key, TestExport.files()).forEach(api.drops::upload);
            api.drops.handle(api.drops.event(key + "fixations.csv"));
        }
        api.drops.drop("inbox/on-demand.zip", TestExport.zip(TestExport.files()));
        assertThat(api.drops.resultKeys()).containsExactly("refused/on-demand/0123456789abcdef/error.json", "refused/on-demand/error.json");
        assertThat(api.drops.json("refused/on-demand/error.json").path("type").asText()).endsWith(":reserved-name");
        assertThat(api.get("/v1/heatmaps/0123456789abcdef").status()).isEqualTo(404);
    }
}
