package io.github.fixationheatmap.result.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.CountedFixations.Counts;
import io.github.fixationheatmap.analysis.CountedFixations;
import io.github.fixationheatmap.analysis.FixationListeners;
import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.analysis.aoi.Area.Rectangle;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin;
import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.model.Fixation.Mapping;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.model.TableReading;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.AoiOptions.AoiColumns;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables are bounded before they are made. */
class TableBoundsTest {

    private static Analysis analysis(String label, int fixationCount) {
        return analysis(label, 1, fixationCount, List.of());
    }

    private static Analysis analysis(String label, int labelCount, int fixationCount, List<Recording> recordings) {
        List<String> labels = IntStream.range(0, labelCount).mapToObj(i -> i == 0 ? label : label + i).toList();
        AoiSet aois = new AoiSet(List.of(new Aoi("a", label, labels, new Rectangle(0, 0, 10, 20))), List.of());
        Analysis.Setup setup = new Analysis.Setup(HeatmapOptions.PUBLISHED, Grid.of(100, 80), aois, new Location.WholeFile("aois.json"),
                TimeCheck.NONE);
        FixationListeners listeners = new FixationListeners(setup, List.of(Analysis.AOI_HITS));
        for (int i = 0; i < fixationCount; i++) {
            listeners.counted(new Fixation("s\"", "r", "7", 0, 2_000_000, new Fixation.Point(5, 5), Mapping.INSIDE), 5, 5);
        }
        CountedFixations fixations = new CountedFixations(EnrichmentType.MARKER_MAPPER, "end - start",
                new Counts(List.of()), Optional.empty(), recordings, new Histogram(setup.grid()), TableReading.PLAIN);
        return Analysis.of(setup, fixations, listeners, SectionTimeOrigin.ofSections(Map.of()));
    }

    @Test
    void aTableThatWouldBeTooLongIsRefused() {
        Analysis tooLong = analysis("x".repeat(1 << 20), 1025);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Outputs.checkBytes(Outputs.ALL, tooLong))
                .satisfies(e -> {
                    assertThat(e.problem().type()).isEqualTo(ProblemType.TOO_LARGE);
                    assertThat(e.problem().location()).isEqualTo(new Location.WholeFile("aois.json"));
                    assertThat(e.problem().detail()).contains(" bytes of aoi_fixations.csv\", expected labels and ids that together give");
                });
        Outputs.checkBytes(Outputs.ALL, analysis("x".repeat(1 << 20), 1000));
    }

    /** 5,000 recordings with names of 8,000 bytes, and 27 labels; then a long label, whose rows in all tables are too much together. */
    @Test
    void theOtherTablesCountToo() {
        List<Recording> recordings = IntStream.range(0, 5_000).mapToObj(i -> new Recording("r" + i, "n".repeat(8_000))).toList();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Outputs.checkBytes(Outputs.ALL, analysis("x", 27, 1, recordings)))
                .withMessageContaining(" bytes of aoi_fixations.csv and aoi_metrics.csv\"");
        Outputs.checkBytes(Outputs.ALL, analysis("x", 26, 1, recordings));
        List<Recording> few = Collections.nCopies(512, new Recording("r", "n"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Outputs.checkBytes(Outputs.ALL, analysis("x".repeat(1 << 20), 1, 511, few)))
                .withMessageContaining(" bytes of aoi_fixations.csv and aoi_metrics.csv and aoi_summary.csv\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cup", "\"\"\"", "a,b\nc", "\u00e9\u20ac\ud83d\ude00"})
    void theBoundIsNeverBelowTheLengthOfTheRows(String label) {
        Analysis some = analysis(label, 100);
        long header = AoiFixationsOutput.table(analysis(label, 0).aoiHits(), AoiColumns.LABEL).length();
        long rows = AoiFixationsOutput.table(some.aoiHits(), AoiColumns.LABEL).length() - header;
        assertThat(AoiFixationsOutput.maxBytes(some.aoiHits())).isBetween(rows, rows + 100 * 38);
    }
}
