package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import io.github.fixationheatmap.trackers.MadeLayout;
import io.github.fixationheatmap.trackers.Scene;
import io.github.fixationheatmap.trackers.Scene.Place;
import io.github.fixationheatmap.trackers.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One study in the tables of each program gives one heatmap, byte for byte. */
class LayoutDropTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private static final Scene SCENE = Scene.made(42);

    private final TestStack stack = new TestStack(S3.server());

    private static Map<String, byte[]> files(MadeLayout layout, Table.Style style, String ending, String more) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        layout.tables(SCENE).forEach((name, table) -> files.put(name + ending, table.bytes(style)));
        files.put("reference_image.png", TestExport.png(Scene.WIDTH, Scene.HEIGHT));
        String options = layout.options();
        files.put("heatmap.json", text(options.equals("{}") ? "{" + more + "}" : options.substring(0, options.length() - 1) + ", " + more + "}"));
        return files;
    }

    @ParameterizedTest
    @EnumSource
    void theHeatmapIsThatOfPupilCloud(MadeLayout layout) {
        for (String option : List.of("\"weight\": \"count\"", "\"weight\": \"duration\"", "\"normalization\": \"recording\"")) {
            stack.drop(TestExport.under("inbox/cloud/", files(MadeLayout.PUPIL_CLOUD, Table.Style.COMMAS, ".csv", option)));
            Map<String, byte[]> files = files(layout, layout.style(), ".csv", option);
            stack.drop(TestExport.under("inbox/folder/", files));
            stack.drop("inbox/zip.zip", TestExport.zip(files));
            for (String drop : List.of("folder/", "zip/")) {
                assertThat(stack.resultKeys(drop)).as(option).contains(drop + "manifest.json").doesNotContain(drop + "error.json");
                JsonNode manifest = stack.json(drop + "manifest.json");
                assertThat(ManifestSchemaTest.SCHEMA.validate(manifest)).isEmpty();
                assertThat(manifest.path("enrichmentType").asText()).isEqualTo(layout.layout());
                assertThat(manifest.at("/rows/counted").asLong()).isEqualTo(SCENE.count(Place.ON));
                assertThat(manifest.path("recordings").size()).isEqualTo(4);
                assertThat(stack.result(drop + "heatmap.png")).as(option).isEqualTo(stack.result("cloud/heatmap.png"));
            }
        }
    }
}
