package io.github.fixationheatmap.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the parser, the manifest, the API's description and the documentation against the table of options. */
class HeatmapOptionTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> NAMES = Arrays.stream(HeatmapOption.values()).map(HeatmapOption::id).toList();
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| .+ \\| `([^`]+)`.* \\|");

    private static ObjectNode written(HeatmapOptions options) {
        ObjectNode json = MAPPER.createObjectNode();
        HeatmapOption.write(json, options);
        return json;
    }

    private static HeatmapOptions parsed(JsonNode json) {
        return new OptionsParser("heatmap.json", "").parse(json, HeatmapOptions.PUBLISHED, HeatmapOptions.PUBLISHED);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode schema(String resource, String pointer) throws IOException {
        try (InputStream in = HeatmapOptionTest.class.getResourceAsStream("/io/github/fixationheatmap/" + resource)) {
            return MAPPER.readTree(in).at(pointer);
        }
    }

    @Test
    void eachOptionIsWrittenAndReadBack() throws IOException {
        assertThat(names(written(HeatmapOptions.PUBLISHED))).isEqualTo(NAMES);
        JsonNode other = MAPPER.readTree("""
                {"scale": 5.5, "weight": "duration", "normalization": "recording", "recordings": ["P01", "P02"], "surface": "door",
                 "layout": {"x": "xAvg", "y": "yAvg", "start": "s", "end": "e", "duration": "d", "recording": "r", "recordingName": "n",
                  "section": "t", "id": "i", "stimulus": "p", "unit": "normalized", "origin": "bottom-left", "time": "us",
                  "where": {"eye": "R", "n": "1"}, "fixationPer": ["r", "i"], "take": "mean", "delimiter": "\\t", "decimal": ","},
                 "stimulus": "a.png", "placement": {"x": 1.5, "y": -2.5, "width": 30.5, "height": 20.5},
                 "screen": {"width": 1680, "height": 1050},
                 "aoiColumns": "aoi", "background": true, "timeOrigin": "recording", "aoiMetrics": "extended", "aoiMetric": "reach",
                 "sigmaDegrees": null, "pixelsPerDegree": 35.5, "colormap": "batlow", "opacity": 0.5, "threshold": 0.25,
                 "title": "\uD83D\uDE00", "outputs": [], "scanpathNumbers": "order", "scanpathFirst": 7, "from": 0.5, "to": 2000.0,
                 "groups": {"novices": ["P02", "P03"], "experts": ["P01"]},
                 "comparison": {"design": "paired", "correction": "tfce", "permutations": 200, "seed": 7, "alpha": 0.1}}""");
        for (JsonNode each : List.of(other, ((ObjectNode) other.deepCopy()).put("sigmaDegrees", 1.5).putNull("scale"))) {
            HeatmapOptions options = parsed(each);
            assertThat(written(options)).isEqualTo(each);
            assertThat(parsed(written(options))).isEqualTo(options);
        }
        assertThat(parsed(written(HeatmapOptions.PUBLISHED))).isEqualTo(HeatmapOptions.PUBLISHED);
    }

    @Test
    void theDocumentationHasEachOptionWithItsDefault() throws IOException {
        ObjectNode defaults = written(HeatmapOptions.PUBLISHED);
        List<String> documented = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/docs/export.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches() && defaults.has(row.group(1))) {
                documented.add(row.group(1));
                JsonNode value = defaults.path(row.group(1));
                JsonNode said = MAPPER.readTree(row.group(2));
                assertThat(said.isNumber() ? said.asDouble() : said).as(row.group(1))
                        .isEqualTo(value.isNumber() ? value.asDouble() : value);
            }
        }
        assertThat(documented).containsExactlyInAnyOrderElementsOf(NAMES);
    }

    @Test
    void theApiAndTheManifestDescribeEachOption() throws IOException {
        JsonNode api = schema("api/openapi.json", "/components/schemas/Options/properties");
        assertThat(names(api)).containsExactlyInAnyOrderElementsOf(NAMES);
        assertThat(names(schema("result/manifest.schema.json", "/properties/options/properties")))
                .containsExactlyInAnyOrderElementsOf(NAMES);
        for (String name : NAMES) {
            for (JsonNode value : api.path(name).path("enum")) {
                assertThat(written(parsed(MAPPER.createObjectNode().set(name, value))).path(name)).isEqualTo(value);
            }
        }
        assertThat(api.at("/scale/minimum").asDouble()).isEqualTo(HeatmapOptions.MIN_SCALE);
        assertThat(api.at("/scale/maximum").asDouble()).isEqualTo(HeatmapOptions.MAX_SCALE);
    }

    @Test
    void allOutputsAreChosenByOneWord() throws IOException {
        assertThat(parsed(MAPPER.readTree("{\"outputs\": \"all\"}")).figures().outputs()).containsExactly(ChosenOutput.values());
        JsonNode items = schema("result/manifest.schema.json", "/properties/options/properties/outputs/items/enum");
        assertThat(items).extracting(JsonNode::asText).containsExactlyElementsOf(
                Arrays.stream(ChosenOutput.values()).map(ChosenOutput::id).toList());
        assertThat(schema("api/openapi.json", "/components/schemas/Options/properties/outputs/anyOf/1/items/enum")).isEqualTo(items);
    }

    @Test
    void scaleAndSigmaInPlaceOfItReplaceEachOther() throws IOException {
        HeatmapOptions degrees = parsed(MAPPER.readTree("{\"sigmaDegrees\": 2, \"pixelsPerDegree\": 30}"));
        assertThat(degrees.blur()).isEqualTo(new HeatmapOptions.Blur.Degrees(2));
        HeatmapOptions scaled = new OptionsParser("request", "").parse(MAPPER.readTree("{\"scale\": 4}"), degrees,
                HeatmapOptions.PUBLISHED);
        assertThat(scaled.blur()).isEqualTo(new HeatmapOptions.Blur.Scale(4));
        assertThat(scaled.pixelsPerDegree()).contains(30.0);
    }

    /** Null undoes what a drop chose; an option that is never null refuses it. */
    @Test
    void nullGivesTheDefaultOfEachOptionThatMayBeNull() throws IOException {
        HeatmapOptions stack = HeatmapOptions.PUBLISHED.withScale(5);
        HeatmapOptions drop = parsed(MAPPER.readTree("""
                {"weight": "duration", "normalization": "recording", "recordings": ["P01"], "surface": "door", "aoiColumns": "aoi",
                 "background": true, "timeOrigin": "recording", "aoiMetrics": "extended", "aoiMetric": "reach", "sigmaDegrees": 1.5,
                 "pixelsPerDegree": 35.5, "colormap": "batlow", "opacity": 0.5, "threshold": 0.25, "title": "t", "outputs": [],
                 "scanpathNumbers": "order", "scanpathFirst": 7, "layout": {"x": "a", "y": "b"}, "stimulus": "shelf",
                 "placement": "screen", "screen": {"width": 1680, "height": 1050}, "from": 5, "to": 2000,
                 "groups": {"a": ["P01", "P02"], "b": ["P03", "P04"]}, "comparison": {"seed": 2}}"""));
        ObjectNode defaults = written(stack);
        for (String name : NAMES) {
            ObjectNode change = MAPPER.createObjectNode().putNull(name);
            if (!defaults.path(name).isNull()) {
                assertThatThrownBy(() -> new OptionsParser("request", "").parse(change, drop, stack)).as(name)
                        .isInstanceOf(ProblemException.class).hasMessageContaining("seen \"null\"");
                continue;
            }
            ObjectNode expected = written(drop).putNull(name);
            if (name.equals("sigmaDegrees")) {
                expected.put("scale", 5.0);
            }
            assertThat(written(drop).path(name).isNull()).as(name).isFalse();
            assertThat(written(new OptionsParser("request", "").parse(change, drop, stack))).as(name).isEqualTo(expected);
        }
    }

    @Test
    void anUnknownNameIsAnErrorThatListsAllOptions() throws IOException {
        try {
            parsed(MAPPER.readTree("{\"scales\": 3}"));
        } catch (ProblemException e) {
            assertThat(e).hasMessage("heatmap.json at its top: seen \"scales\", expected one of the options " + String.join(", ", NAMES));
            return;
        }
        throw new AssertionError("no error");
    }
}
