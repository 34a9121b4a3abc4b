package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only fixations that start in the chosen time count. The first of both recordings start 384.515914 ms after their sections. */
@Tag("slow")
class TimeWindowDropTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server());

    private JsonNode drop(String options, Map<String, String> more, String... without) {
        Map<String, byte[]> files = new LinkedHashMap<>(TestExport.files());
        more.forEach((name, content) -> files.put(name, text(content)));
        for (String name : without) {
            files.remove(name);
        }
        files.put("heatmap.json", text(options));
        TestExport.under("inbox/k/", files).forEach(stack::upload);
        stack.handle(stack.event("inbox/k/fixations.csv"));
        return stack.json(stack.resultKeys().contains("k/error.json") ? "k/error.json" : "k/manifest.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"from\": null, \"to\": null}      | 3 | 0 | 1",
        "{\"to\": 500}                       | 2 | 3 | 0",
        "{\"from\": 500}                     | 1 | 2 | 1",
        "{\"from\": 384.515914, \"to\": 600} | 3 | 2 | 0",
        "{\"from\": 384.515915}              | 1 | 2 | 1",
        "{\"to\": 384.515914}                | 0 | 5 | 0",
        "{\"from\": 500, \"recordings\": [\"first\"]} | 1 | 1 | 1",
    })
    void theSectionsStartIsTheOrigin(String options, int counted, int outsideTime, int notMapped) {
        JsonNode rows = drop(options, Map.of()).path("rows");
        assertThat(rows.path("counted").asInt()).isEqualTo(counted);
        assertThat(rows.at("/leftOut/outsideTime").asInt()).isEqualTo(outsideTime);
        assertThat(rows.at("/leftOut/notMapped").asInt()).isEqualTo(notMapped);
        int sum = counted;
        for (JsonNode reason : rows.path("leftOut")) {
            sum += reason.asInt();
        }
        assertThat(sum).isEqualTo(5);
    }

    @Test
    void noResultHasAFixationOfAnotherTime() {
        JsonNode manifest = drop("{\"to\": 500, \"outputs\": \"all\"}", Map.of("aois.json",
                "{\"aois\": [{\"name\": \"all\", \"rectangle\": {\"x\": 0, \"y\": 0, \"width\": 40, \"height\": 30}}]}"));
        assertThat(manifest.at("/aois/0/fixationsHit").asInt()).isEqualTo(2);
        assertThat(new String(stack.result("k/aoi_fixations.csv"), java.nio.charset.StandardCharsets.UTF_8).lines()).hasSize(3);
        assertThat(new String(stack.result("k/figure.svg"), java.nio.charset.StandardCharsets.UTF_8).replaceAll("[\\u00a0\\s]+", " "))
                .contains("3 outside the chosen time").contains("before 500 ms after the start of their section");
    }

    @Test
    void theRecordingsStartIsTheOriginWhereItIsKnown() {
        String starts = "recording id,start timestamp [ns]\nr1,1636035500384515914\nr2,1636035600384515914\n";
        JsonNode manifest = drop("{\"from\": 2000, \"to\": 2001}", Map.of("recordings.csv", starts), "sections.csv");
        assertThat(manifest.at("/rows/counted").asInt()).isEqualTo(2);
        assertThat(manifest.path("timeOrigin").asText()).isEqualTo("recording");
        assertThat(manifest.at("/source/inputs").findValuesAsText("key")).contains("inbox/k/recordings.csv");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "{\"from\": 1}| /from | 1.0 | null, or a sections.csv with the start of the section s1",
        "{\"to\": 1}| /to | 1.0 | null, or a sections.csv with the start of the section s1",
        "{\"from\": 1, \"to\": 1.0}| /to | 1.0 | more than from, which is 1.0",
        "{\"from\": -1}| /from | -1 | a number from 0.0 to 8.64E9",
        "{\"to\": \"2\"}| /to | 2 | a number from 0.0 to 8.64E9, not in quotes",
    })
    void aTimeWithoutAnOriginIsAnError(String options, String pointer, String value, String expected) {
        JsonNode error = drop(options, Map.of(), "sections.csv");
        assertThat(error.path("pointer").asText()).isEqualTo(pointer);
        assertThat(error.path("value").asText()).isEqualTo(value);
        assertThat(error.path("expected").asText()).isEqualTo(expected);
    }

    @Test
    void aRecordingWithoutAStartIsAnError() {
        JsonNode error = drop("{\"from\": 5}", Map.of("recordings.csv", "recording id,start timestamp [ns]\nr1,1636035500384515914\n"));
        assertThat(error.path("expected").asText()).isEqualTo(
                "null, or the start of the recording r2 in events.csv or recordings.csv, or \"timeOrigin\": \"section\"");
    }
}
