package io.github.fixationheatmap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.analysis.aoi.Ellipse;
import io.github.fixationheatmap.analysis.aoi.Labels;
import io.github.fixationheatmap.analysis.aoi.Rectangle;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Fixation.Mapping;
import io.github.fixationheatmap.model.Recording;
import io.github.fixationheatmap.options.AoiOptions;
import io.github.fixationheatmap.options.Background;
import io.github.fixationheatmap.options.MetricSet;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.result.AoiJson;
import io.github.fixationheatmap.result.Manifest;
import io.github.fixationheatmap.result.Output;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AoiStageTest {

    private static final Location OPTION = new Location.Pointer("heatmap.json", "/background");
    private static final Grid GRID = Grid.of(100, 80);
    private static final List<Recording> RECORDINGS = List.of(new Recording("r", "@home"));

    private static Fixation fixation(String id, long start) {
        return new Fixation("s", "r", id, start, start + 2_000_000, 2, new Fixation.Point(5, 5), Mapping.INSIDE);
    }

    private static AoiStage stage(AoiOptions options) {
        AoiSet aois = new AoiSet(List.of(
                new Aoi("1", "=cup", List.of("=cup"), new Rectangle(0, 0, 10, 20)),
                new Aoi("2", "nobody's", List.of("nobody's", "-x"), new Ellipse(50, 50, 10, 5)),
                new Aoi("3", "far", List.of("far"), new Rectangle(100, 0, 110, 10))),
                List.of(new AoiSet.Note("several-key-frames", "The AOI \"far\" has 2 key frames: the first counts.")));
        AoiStage stage = AoiStage.begin(aois, GRID, options, OPTION);
        stage.observer().counted(fixation("1", 9), 5, 5);
        stage.observer().leftOut(fixation("2", 7));
        stage.observer().counted(fixation("3", 11), 90, 70);
        return stage;
    }

    @Test
    void theManifestListsAoisAndTheBackgroundLast() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        AoiJson.entries(json, stage(AoiOptions.PUBLISHED.with(Background.LISTED)).entries());
        assertThat(json).hasToString("""
                [{"id":"1","name":"=cup","labels":["=cup"],"kind":"rectangle","area":{"px":200,"percent":2.5},"fixationsHit":1},\
                {"id":"2","name":"nobody's","labels":["nobody's","-x"],"kind":"ellipse","area":{"px":157,"percent":1.963},\
                "fixationsHit":0},\
                {"id":"3","name":"far","labels":["far"],"kind":"rectangle","area":{"px":100,"percent":1.25},\
                "fixationsHit":0},\
                {"id":"%s","name":"background","labels":["background"],"kind":"background","fixationsHit":1}]"""
                .formatted(Labels.BACKGROUND_ID));
    }

    @Test
    void itWarnsOfWhatIsLikelyNotMeant() {
        assertThat(stage(AoiOptions.PUBLISHED.with(MetricSet.EXTENDED)).warnings(RECORDINGS)).map(w -> w.type() + ": " + w.detail())
                .containsExactly(
                        "several-key-frames: The AOI \"far\" has 2 key frames: the first counts.",
                        "aoi-not-fixated: The AOI \"nobody's\" (2) was fixated by nobody.",
                        "aoi-outside-image: The AOI \"far\" (3) lies outside the image.",
                        "formula-like-name: The name \"=cup\" stands in the tables as it is, and opens as a formula in Excel.",
                        "formula-like-name: The name \"-x\" stands in the tables as it is, and opens as a formula in Excel.",
                        "formula-like-name: The name \"@home\" stands in the tables as it is, and opens as a formula in Excel.",
                        "fixations-out-of-order: Fixations of a section are not in the order of their starts:"
                                + " its visits follow the order of the rows.");
        assertThat(AoiStage.begin(AoiSet.NONE, GRID, AoiOptions.PUBLISHED, OPTION).warnings(RECORDINGS)).isEmpty();
        assertThat(AoiStage.begin(AoiSet.NONE, GRID, AoiOptions.PUBLISHED.with(Background.LISTED), OPTION).warnings(RECORDINGS))
                .map(Manifest.Warning::type).containsExactly("background-without-aois");
    }

    @Test
    void theSummaryIsThereOnlyAmongExtendedMetrics() {
        ResultKeys keys = new ResultKeys("x/");
        SectionTimeOrigin origin = SectionTimeOrigin.ofSections(Map.of());
        assertThat(stage(AoiOptions.PUBLISHED).tables(keys, origin, RECORDINGS)).extracting(Output::key)
                .containsExactly("x/aoi_fixations.csv", "x/aoi_metrics.csv");
        assertThat(stage(AoiOptions.PUBLISHED.with(MetricSet.EXTENDED)).tables(keys, origin, RECORDINGS)).extracting(Output::key)
                .containsExactly("x/aoi_fixations.csv", "x/aoi_metrics.csv", "x/aoi_summary.csv");
    }

    @Test
    void anAoiMayNotTakeTheBackgroundsName() {
        AoiSet aois = new AoiSet(List.of(new Aoi("1", "wall", List.of("background"), new Rectangle(0, 0, 1, 1))), List.of());
        assertThat(AoiStage.begin(aois, GRID, AoiOptions.PUBLISHED, OPTION).entries()).hasSize(1);
        assertThatThrownBy(() -> AoiStage.begin(aois, GRID, AoiOptions.PUBLISHED.with(Background.LISTED), OPTION)).hasMessage(
                "heatmap.json at /background: seen \"true\", expected false, because an AOI is labelled \"background\"");
    }
}
