package io.github.fixationheatmap.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.CountedFixations;
import io.github.fixationheatmap.analysis.CountedFixations.Counts;
import io.github.fixationheatmap.analysis.FixationListeners;
import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.analysis.aoi.Area.Ellipse;
import io.github.fixationheatmap.analysis.aoi.Area.Rectangle;
import io.github.fixationheatmap.analysis.aoi.Labels;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin;
import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Fixation.Mapping;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.model.TableReading;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.options.AoiOptions;
import io.github.fixationheatmap.options.AoiOptions.Background;
import io.github.fixationheatmap.options.AoiOptions.MetricSet;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.problem.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a manifest says of AOIs. */
class ManifestAoisTest {

    private static final AoiSet AOIS = new AoiSet(List.of(
            new Aoi("1", "=cup", List.of("=cup"), new Rectangle(0, 0, 10, 20)),
            new Aoi("2", "nobody's", List.of("nobody's", "-x"), new Ellipse(50, 50, 10, 5)),
            new Aoi("3", "far", List.of("far"), new Rectangle(100, 0, 110, 10))),
            List.of(new Warning("several-key-frames", "The AOI \"far\" has 2 key frames: the first counts.")));

    private static Fixation fixation(String id, long start) {
        return new Fixation("s", "r", id, start, start + 2_000_000, new Fixation.Point(5, 5), Mapping.INSIDE);
    }

    private static Fixation fixation(String section, String recording, String id) {
        return new Fixation(section, recording, id, 9, 2_000_009, new Fixation.Point(5, 5), Mapping.INSIDE);
    }

    private static Analysis analysis(AoiSet aois, AoiOptions options, List<Recording> recordings, Fixation... counted) {
        Analysis.Setup setup = new Analysis.Setup(HeatmapOptions.PUBLISHED.withAoi(options), Grid.of(100, 80), aois,
                new Location.WholeFile("aois.json"), TimeCheck.NONE);
        FixationListeners listeners = new FixationListeners(setup, List.of(Analysis.AOI_HITS));
        for (Fixation fixation : counted) {
            listeners.counted(fixation, 5, 5);
        }
        CountedFixations fixations = new CountedFixations(EnrichmentType.MARKER_MAPPER, "end - start",
                new Counts(List.of()), Optional.empty(), recordings, new Histogram(setup.grid()), TableReading.PLAIN);
        return Analysis.of(setup, fixations, listeners, SectionTimeOrigin.ofSections(Map.of()));
    }

    private static Analysis analysis(AoiSet aois, AoiOptions options) {
        Analysis.Setup setup = new Analysis.Setup(HeatmapOptions.PUBLISHED.withAoi(options), Grid.of(100, 80), aois,
                new Location.WholeFile("aois.json"), TimeCheck.NONE);
        FixationListeners listeners = new FixationListeners(setup, List.of(Analysis.AOI_HITS));
        listeners.counted(fixation("1", 9), 5, 5);
        listeners.leftOut(fixation("2", 7));
        listeners.counted(fixation("3", 11), 90, 70);
        CountedFixations fixations = new CountedFixations(EnrichmentType.MARKER_MAPPER, "end - start",
                new Counts(List.of()), Optional.empty(), List.of(new Recording("r", "@home")), new Histogram(setup.grid()),
                TableReading.PLAIN);
        return Analysis.of(setup, fixations, listeners, SectionTimeOrigin.ofSections(Map.of()));
    }

    @Test
    void aoisAreListedAndTheBackgroundLast() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        Manifest.aois(json, analysis(AOIS, AoiOptions.PUBLISHED.withBackground(Background.LISTED)));
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
    void textThatOpensAsAFormulaIsNamedOnceForEachColumn() {
        AoiSet aois = new AoiSet(List.of(new Aoi("+1", "\tcup", List.of("\tcup", "\rmug"), new Rectangle(0, 0, 10, 20))), List.of());
        Analysis analysis = analysis(aois, AoiOptions.PUBLISHED, List.of(new Recording("-r", "r")), fixation("=s", "-r", "1"),
                fixation("=s", "-r", "@2"), fixation("=s", "-r", "@3"), fixation("-t", "-r", "-4"));
        List<Warning> formulas = AoiWarnings.of(analysis).stream().filter(w -> w.type().equals("formula-like-name")).toList();
        assertThat(formulas).extracting(Warning::detail).containsExactly(
                "Text in the column \"label id\" opens as a formula in Excel: \"+1\".",
                "Text in the column \"aoi label\" opens as a formula in Excel: \"\tcup\" and 1 more.",
                "Text in the column \"section id\" opens as a formula in Excel: \"=s\" and 1 more.",
                "Text in the column \"recording id\" opens as a formula in Excel: \"-r\".",
                "Text in the column \"fixation id\" opens as a formula in Excel: \"@2\" and 2 more.");
    }

    @Test
    void warningsNameWhatIsProbablyNotMeant() {
        assertThat(AoiWarnings.of(analysis(AOIS, AoiOptions.PUBLISHED.withMetrics(MetricSet.EXTENDED))))
                .map(w -> w.type() + ": " + w.detail())
                .containsExactly(
                        "several-key-frames: The AOI \"far\" has 2 key frames: the first counts.",
                        "formula-like-name: Text in the column \"aoi label\" opens as a formula in Excel: \"=cup\" and 1 more.",
                        "formula-like-name: Text in the column \"recording name\" opens as a formula in Excel: \"@home\".",
                        "time-origin-section: Times to first fixation count from the start of the section. Pupil Cloud's own table was"
                                + " seen to count from the start of the recording: events.csv or recordings.csv tell it, and the option"
                                + " timeOrigin chooses.",
                        "section-start-missing: No sections.csv has the start of the section s:"
                                + " times to first fixation count from the first fixation.",
                        "fixations-out-of-order: Fixations of a section are not in the order of their starts:"
                                + " its visits follow the order of the rows.",
                        "aoi-not-fixated: The AOI \"nobody's\" (2) was fixated by nobody.",
                        "aoi-outside-image: The AOI \"far\" (3) lies outside the image.");
        assertThat(AoiWarnings.of(analysis(AoiSet.NONE, AoiOptions.PUBLISHED))).isEmpty();
        assertThat(AoiWarnings.of(analysis(AoiSet.NONE, AoiOptions.PUBLISHED.withBackground(Background.LISTED))))
                .map(Warning::type).containsExactly("background-without-aois");
    }
}
