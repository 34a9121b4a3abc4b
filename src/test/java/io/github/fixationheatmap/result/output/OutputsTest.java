package io.github.fixationheatmap.result.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.options.AoiOptions.MetricSet;
import io.github.fixationheatmap.options.AoiOptions;
import io.github.fixationheatmap.options.FigureOptions;
import io.github.fixationheatmap.options.HeatmapOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds what others say of the outputs against the registry. */
class OutputsTest {

    private static final List<Output.FileType> FILES = Outputs.ALL.stream().flatMap(output -> output.files().stream()).toList();

    private static List<String> names(HeatmapOptions options) {
        return Outputs.ALL.stream().filter(output -> output.isMade(options)).flatMap(output -> output.files().stream())
                .map(Output.FileType::name).filter(name -> !name.contains("group") && !name.equals("stability.csv")).toList();
    }

    @Test
    void theSummaryIsMadeOnlyForExtendedMetrics() {
        HeatmapOptions alone = HeatmapOptions.PUBLISHED.withFigures(FigureOptions.PUBLISHED.withOutputs(List.of()));
        assertThat(names(alone)).containsExactly("heatmap.png", "overlay.png", "aoi_fixations.csv", "aoi_metrics.csv");
        assertThat(names(alone.withAoi(AoiOptions.PUBLISHED.withMetrics(MetricSet.EXTENDED))))
                .containsExactly("heatmap.png", "overlay.png", "aoi_fixations.csv", "aoi_metrics.csv", "aoi_summary.csv");
    }

    @Test
    void figuresAreMadeWhereTheOptionsNameThem() {
        assertThat(names(HeatmapOptions.PUBLISHED)).containsExactly(
                "heatmap.png", "overlay.png", "figure.png", "figure.svg", "aoi_fixations.csv", "aoi_metrics.csv", "report.html");
    }

    @Test
    void namesAreUniqueAndFitIntoAKey() {
        ResultKeys keys = new ResultKeys("a/");
        assertThat(Outputs.fileNames()).doesNotHaveDuplicates().doesNotContain("manifest.json", "error.json", "waiting.json")
                .allSatisfy(name -> {
                    assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(ResultKeys.MAX_NAME_BYTES);
                    assertThat(keys.of(name)).isEqualTo("a/" + name);
                });
        assertThat(Outputs.fileNames()).allMatch(Outputs::isFileName);
        assertThat(List.of("manifest.json", "error.json", "waiting.json", "heatmap.json", "x/heatmap.png")).noneMatch(Outputs::isFileName);
    }

    @ParameterizedTest
    @CsvSource({"groups/a/heatmap.png, true", "groups/a vs b/heatmap.png, true", "groups//heatmap.png, false", "groups/heatmap.png, false",
        "groups/a/b/heatmap.png, false", "groups/a/overlay.png, false", "x/groups/a/heatmap.png, false", "groups/a/heatmap.png/, false"})
    void aFileMayBeNamedByADrop(String name, boolean isName) {
        Output.FileType type = new Output.FileType("groups/<group>/heatmap.png", Output.PNG, "a group");
        assertThat(type.isNameOf(name)).isEqualTo(isName);
        assertThat(type.folder()).isEqualTo("groups/");
        assertThat(type.named("x").name()).isEqualTo("groups/x/heatmap.png");
    }

    @Test
    void theManifestsSchemaTakesEachFile() throws IOException {
        try (InputStream in = OutputsTest.class.getResourceAsStream("/io/github/fixationheatmap/result/manifest.schema.json")) {
            JsonNode item = new JsonMapper().readTree(in).at("/properties/outputs/items/properties");
            for (Output.FileType file : FILES) {
                assertThat("a/" + file.name()).matches(name -> matches(item.path("key"), name));
                assertThat(file.contentType()).matches(type -> matches(item.path("contentType"), type));
            }
        }
    }

    private static boolean matches(JsonNode schema, String text) {
        boolean listed = !schema.has("enum");
        for (JsonNode each : schema.path("enum")) {
            listed |= each.asText().equals(text);
        }
        return listed && (!schema.has("pattern") || Pattern.compile(schema.path("pattern").asText()).matcher(text).find());
    }

    @Test
    void theTableOfResultsInTheReadmeHasEachFileWithItsDescription() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("README.md")).stream().filter(line -> line.startsWith("| `")).toList();
        for (Output.FileType file : FILES) {
            assertThat(rows).anyMatch(row -> row.contains("`" + file.name() + "`") && row.contains("| " + file.description() + " |"));
        }
    }
}
