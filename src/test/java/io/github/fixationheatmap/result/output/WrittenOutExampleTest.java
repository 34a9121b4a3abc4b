package io.github.fixationheatmap.result.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.Resources;
import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.Area.Ellipse;
import io.github.fixationheatmap.analysis.aoi.Area.Rectangle;
import io.github.fixationheatmap.analysis.aoi.Labels;
import io.github.fixationheatmap.analysis.aoi.Polygon.Ring;
import io.github.fixationheatmap.analysis.aoi.Polygon;
import io.github.fixationheatmap.analysis.metrics.AoiHitRecorder;
import io.github.fixationheatmap.analysis.metrics.AoiMetrics;
import io.github.fixationheatmap.analysis.metrics.LabelMetrics;
import io.github.fixationheatmap.analysis.metrics.RecordingMetrics;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin;
import io.github.fixationheatmap.model.Fixation.Mapping;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.model.Sections.Section;
import io.github.fixationheatmap.options.AoiOptions.AoiColumns;
import io.github.fixationheatmap.options.AoiOptions.Background;
import io.github.fixationheatmap.options.AoiOptions.MetricSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Three recordings, one of them with two sections, and four AOIs on an image of 100 x 80 px: "label, front" lies within "bottle", and "cup
 * left" and "cup" overlap and share the label "cup". The tables in {@code aoi-example} were worked out by hand.
 */
class WrittenOutExampleTest {

    static final List<Aoi> AOIS = List.of(
            new Aoi("aoi-1", "bottle", List.of("bottle"), new Rectangle(10, 10, 40, 50)),
            new Aoi("aoi-2", "label, front", List.of("label, front"), new Rectangle(20, 20, 30, 40)),
            new Aoi("aoi-3", "cup left", List.of("cup"), new Ellipse(70, 30, 10, 10)),
            new Aoi("aoi-4", "cup", List.of("cup", "right side"),
                    Polygon.of(List.of(Ring.of(new double[] {70, 90, 90, 60}, new double[] {20, 20, 60, 60})))));
    private static final List<Recording> RECORDINGS =
            List.of(new Recording("rec-b", "second"), new Recording("rec-a", "first"), new Recording("rec-c", "third, blind"));

    static String file(String name) {
        return Resources.text("/aoi-example/" + name);
    }

    private static Scene scene() {
        Map<String, Section> sections = file("sections.csv").lines().skip(1)
                .map(line -> line.replace("\"third, blind\"", "third").split(","))
                .map(f -> new Section(f[0], f[1], Long.parseLong(f[5]))).collect(Collectors.toMap(Section::id, s -> s));
        List<Fixation> fixations = file("fixations.csv").lines().skip(1).map(WrittenOutExampleTest::fixation).toList();
        return new Scene(100, 80, AOIS, fixations, RECORDINGS, sections);
    }

    private static Fixation fixation(String line) {
        String[] f = line.split(",", -1);
        Fixation.Point at = f[7].isEmpty() ? null : new Fixation.Point(Double.parseDouble(f[7]), Double.parseDouble(f[8]));
        return new Fixation(f[0], f[1], f[2], Long.parseLong(f[3]), Long.parseLong(f[4]), at, Mapping.INSIDE);
    }

    @Test
    void bothTablesAreThoseWorkedOutByHand() {
        AoiTables tables = scene().tables(Background.LEFT_OUT, MetricSet.STANDARD);
        assertThat(Scene.text(tables.fixationsTable())).isEqualTo(file("aoi_fixations.csv"));
        assertThat(Scene.text(tables.metricsTable())).isEqualTo(file("aoi_metrics.csv"));
    }

    @Test
    void theExtendedOnesToo() {
        AoiTables tables = scene().tables(Background.LEFT_OUT, MetricSet.EXTENDED);
        assertThat(Scene.text(tables.metricsTable())).isEqualTo(file("aoi_metrics_extended.csv"));
        assertThat(Scene.text(tables.summaryTable())).isEqualTo(file("aoi_summary.csv"));
    }

    /** Two recordings of one wearer and one of another, who fixated nothing. */
    @Test
    void theTableOfLabelsIsThatWorkedOutByHand() {
        LabelMetrics metrics = new LabelMetrics(scene().tables(Background.LISTED, MetricSet.STANDARD).metrics(),
                Map.of("rec-b", 0, "rec-a", 0, "rec-c", 1));
        String header = "label id,label name,total fixation duration [ms],average fixation duration [ms],time to first fixation [ms],"
                + "wearer reach,recording reach,average fixation count,recordings\n";
        String table = header + """
                aoi-1,bottle,177.00,132.75,350.00,0.5000,0.6667,1.3333,3
                aoi-2,"label, front",6.67,20.00,0.00,0.5000,0.3333,0.3333,3
                aoi-4,cup,150.33,150.33,651.00,0.5000,0.3333,1.0000,3
                9ee42c35-851e-5a3d-a5e2-1413380f6e5a,right side,117.00,175.50,501.00,0.5000,0.3333,0.6667,3
                %s,background,166.67,250.00,375.00,0.5000,0.6667,0.6667,3
                """.formatted(Labels.BACKGROUND_ID);
        assertThat(Scene.text(AoiBarsOutput.table(metrics, AoiColumns.LABEL))).isEqualTo(table);
        assertThat(Scene.text(AoiBarsOutput.table(metrics, AoiColumns.AOI))).isEqualTo(table.replace(
                "label id,label name", "aoi id,aoi name"));
        assertThat(Scene.text(AoiBarsOutput.table(new LabelMetrics(metrics.metrics(), Map.of("rec-b", 0)), AoiColumns.LABEL)))
                .as("a wearer is not known").isEqualTo(table.replace(",0.5000,", ",,"));
    }

    @Test
    void whereThereIsNothingToAverageTheTableOfLabelsIsBlank() {
        Scene blind = new Scene(100, 80, AOIS.subList(0, 1), List.of(), RECORDINGS, scene().sections());
        assertThat(labels(blind)).isEqualTo("aoi-1,bottle,0.00,,,,0.0000,0.0000,3");
        assertThat(labels(new Scene(100, 80, AOIS.subList(0, 1), List.of(), List.of(), Map.of()))).isEqualTo("aoi-1,bottle,,,,,,,0");
    }

    private static String labels(Scene scene) {
        LabelMetrics metrics = new LabelMetrics(scene.tables(Background.LEFT_OUT, MetricSet.STANDARD).metrics(), Map.of());
        return Scene.text(AoiBarsOutput.table(metrics, AoiColumns.LABEL)).lines().skip(1).findFirst().orElseThrow();
    }

    @Test
    void columnsMayHaveTheNamesOfBefore2026() {
        AoiHitRecorder log = scene().log(Background.LEFT_OUT);
        AoiTables tables = new AoiTables(log, new AoiMetrics(log, SectionTimeOrigin.ofSections(scene().sections()), RECORDINGS),
                AoiColumns.AOI,
                MetricSet.STANDARD);
        assertThat(Scene.text(tables.fixationsTable())).isEqualTo(
                file("aoi_fixations.csv").replace("label id,aoi label,section", "aoi id,aoi name,section"));
        assertThat(Scene.text(tables.metricsTable())).isEqualTo(
                file("aoi_metrics.csv").replace("label id,recording", "aoi id,recording").replace("aoi label,average", "aoi name,average"));
    }

    @Test
    void theBackgroundHasWhatNoAoiHas() {
        AoiHitRecorder log = scene().log(Background.LISTED);
        AoiTables tables = scene().tables(Background.LISTED, MetricSet.STANDARD);
        assertThat(Scene.text(tables.fixationsTable())).isEqualTo(file("aoi_fixations.csv")
                + "%1$s,background,s-a1,rec-a,4,200\n%1$s,background,s-b,rec-b,1,300\n".formatted(Labels.BACKGROUND_ID));
        assertThat(log.hitsOfBackground()).isEqualTo(2);
        assertThat(log.hitsOfAoi(0)).isEqualTo(4);
        assertThat(log.hitsOfAoi(2)).isEqualTo(2);
        assertThat(log.inOrder()).isTrue();
    }

    @Test
    void timesMayCountFromTheRecordingsStart() {
        AoiHitRecorder log = scene().log(Background.LEFT_OUT);
        SectionTimeOrigin origin = SectionTimeOrigin.ofRecordings(
                Map.of("rec-a", 1_700_000_000_000_000_000L, "rec-b", 1_700_000_100_000_000_000L));
        AoiMetrics metrics = new AoiMetrics(log, origin, RECORDINGS);
        assertThat(metrics.ofLabel(0)).extracting(RecordingMetrics::timeToFirstMs).containsExactly(700L, 996L, null);
        assertThat(metrics.ofLabel(2)).as("the mean over both sections: (1800.2 + 20500.9) / 2").extracting(RecordingMetrics::timeToFirstMs)
                .containsExactly(null, 11_151L, null);
    }

    @Test
    void aSectionThatNobodyDescribesStartsAtItsFirstFixationMappedOrNot() {
        AoiHitRecorder log = scene().log(Background.LEFT_OUT);
        AoiMetrics metrics = new AoiMetrics(log, SectionTimeOrigin.ofSections(Map.of()), RECORDINGS);
        assertThat(metrics.ofLabel(0)).extracting(RecordingMetrics::timeToFirstMs).containsExactly(450L, 0L, null);
    }

    @Test
    void withoutAoisEachTableIsItsHeader() {
        Scene none = new Scene(100, 80, List.of(), scene().fixations(), RECORDINGS, scene().sections());
        AoiTables tables = none.tables(Background.LISTED, MetricSet.EXTENDED);
        assertThat(Scene.text(tables.fixationsTable()))
                .isEqualTo("label id,aoi label,section id,recording id,fixation id,fixation duration [ms]\n");
        assertThat(Scene.text(tables.metricsTable()).lines()).hasSize(1);
        assertThat(Scene.text(tables.summaryTable()).lines()).hasSize(1);
    }
}
