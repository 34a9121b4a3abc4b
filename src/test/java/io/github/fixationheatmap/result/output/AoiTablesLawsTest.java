package io.github.fixationheatmap.result.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.Area.Rectangle;
import io.github.fixationheatmap.analysis.metrics.AoiHitRecorder;
import io.github.fixationheatmap.analysis.metrics.AoiMetrics;
import io.github.fixationheatmap.analysis.metrics.HitTable.IntColumn;
import io.github.fixationheatmap.analysis.metrics.RecordingMetrics;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.options.AoiOptions.Background;
import io.github.fixationheatmap.options.AoiOptions.MetricSet;
import io.github.fixationheatmap.result.format.CsvFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AoiTablesLawsTest {

    private static List<String> rows(String table) {
        return table.lines().skip(1).toList();
    }

    private static List<String> joined(List<List<String>> rows) {
        return rows.stream().map(row -> String.join(",", row)).toList();
    }

    @Property(tries = 400)
    void theTablesSayWhatTheirDefinitionsDo(@ForAll long seed, @ForAll Background background) {
        Scene scene = RandomScene.of(seed, 1);
        AoiTables tables = scene.tables(background, MetricSet.STANDARD);
        ReferenceTables plain = new ReferenceTables(scene, background);
        assertThat(rows(Scene.text(tables.fixationsTable()))).isEqualTo(joined(plain.fixations()));
        assertThat(rows(Scene.text(tables.metricsTable()))).isEqualTo(joined(plain.metrics()));
    }

    @Property(tries = 200)
    void theBoundsAreNeverBelowTheLengthOfTheRows(@ForAll long seed, @ForAll Background background) {
        Scene scene = RandomScene.of(seed, 1);
        AoiHitRecorder hits = scene.log(background);
        AoiTables tables = scene.tables(background, MetricSet.EXTENDED);
        assertThat(AoiFixationsOutput.maxBytes(hits)).isGreaterThanOrEqualTo(rowBytes(tables.fixationsTable()));
        assertThat(AoiMetricsOutput.maxBytes(hits, scene.recordings())).isGreaterThanOrEqualTo(rowBytes(tables.metricsTable()));
        assertThat(AoiSummaryOutput.maxBytes(hits.labels().all())).isGreaterThanOrEqualTo(rowBytes(tables.summaryTable()));
    }

    private static long rowBytes(CsvFile table) {
        return Scene.text(table).lines().skip(1).mapToLong(line -> line.getBytes(StandardCharsets.UTF_8).length + 1).sum();
    }

    /** Powers of two scale without rounding. With others a point exactly on an ellipse's edge may change sides. */
    @Property(tries = 200)
    void scalingImageFixationsAndAoisTogetherChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int exponent) {
        int scale = 1 << exponent;
        AoiTables tables = RandomScene.of(seed, 1).tables(Background.LISTED, MetricSet.EXTENDED);
        AoiTables scaled = RandomScene.of(seed, scale).tables(Background.LISTED, MetricSet.EXTENDED);
        assertThat(Scene.text(scaled.fixationsTable())).isEqualTo(Scene.text(tables.fixationsTable()));
        assertThat(Scene.text(scaled.metricsTable())).isEqualTo(Scene.text(tables.metricsTable()));
        assertThat(Scene.text(scaled.summaryTable())).isEqualTo(Scene.text(tables.summaryTable()));
    }

    @Property(tries = 200)
    void permutingAoisPermutesRows(@ForAll long seed, @ForAll Random random) {
        Scene scene = RandomScene.of(seed, 1);
        List<Aoi> shuffled = new ArrayList<>(scene.aois());
        Collections.shuffle(shuffled, random);
        Scene permuted = new Scene(scene.width(), scene.height(), shuffled, scene.fixations(), scene.recordings(), scene.sections());
        AoiTables tables = scene.tables(Background.LISTED, MetricSet.EXTENDED);
        AoiTables others = permuted.tables(Background.LISTED, MetricSet.EXTENDED);
        assertThat(rows(Scene.text(others.fixationsTable())))
                .containsExactlyInAnyOrderElementsOf(rows(Scene.text(tables.fixationsTable())));
        assertThat(rows(Scene.text(others.metricsTable()))).containsExactlyInAnyOrderElementsOf(rows(Scene.text(tables.metricsTable())));
        assertThat(rows(Scene.text(others.summaryTable()))).containsExactlyInAnyOrderElementsOf(rows(Scene.text(tables.summaryTable())));
    }

    @Property(tries = 200)
    void theRowsOfFixationsAddUpToTheMetrics(@ForAll long seed) {
        AoiHitRecorder log = RandomScene.of(seed, 1).log(Background.LISTED);
        Scene scene = RandomScene.of(seed, 1);
        AoiMetrics metrics = new AoiMetrics(log, SectionTimeOrigin.ofSections(scene.sections()), scene.recordings());
        Map<String, long[]> sums = new HashMap<>();
        for (int label = 0; label < log.labels().all().size(); label++) {
            IntColumn hits = log.hitsOfLabel(label);
            for (int i = 0; i < hits.size(); i++) {
                String recording = log.recordingId(hits.get(i));
                long[] sum = sums.computeIfAbsent(label + " " + recording, k -> new long[2]);
                sum[0]++;
                sum[1] += log.hits().ms(hits.get(i));
            }
            for (int r = 0; r < scene.recordings().size(); r++) {
                RecordingMetrics values = metrics.ofLabel(label).get(r);
                long[] sum = sums.getOrDefault(label + " " + scene.recordings().get(r).id(), new long[2]);
                assertThat(values.count()).isEqualTo(sum[0]);
                assertThat(values.totalMs()).isEqualTo(sum[0] == 0 ? null : (Long) sum[1]);
                assertThat(values.visits()).isBetween(Math.min(1, sum[0]), sum[0]);
            }
        }
    }

    @Property(tries = 100)
    void aPartitionOfTheImageCountsEachFixationExactlyOnce(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int columns) {
        Scene random = RandomScene.of(seed, 1);
        List<Aoi> tiles = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            double left = (double) i * random.width() / columns;
            double right = (double) (i + 1) * random.width() / columns;
            tiles.add(new Aoi("t" + i, "tile " + i, List.of("tile " + i), new Rectangle(left, 0, right, random.height())));
        }
        Scene scene = new Scene(random.width(), random.height(), tiles, random.fixations(), random.recordings(), random.sections());
        List<String> rows = rows(Scene.text(scene.tables(Background.LISTED, MetricSet.STANDARD).fixationsTable()));
        List<Fixation> counted = scene.fixations().stream().filter(f -> Scene.isCounted(f, scene.width(), scene.height())).toList();
        assertThat(rows).hasSize(counted.size()).noneMatch(row -> row.contains("background"));
    }
}
