package io.github.fixationheatmap.result.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.FixationCounter.CountedFixations;
import io.github.fixationheatmap.analysis.FixationCounter.CountedFixations.Counts;
import io.github.fixationheatmap.analysis.FixationListeners;
import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.analysis.aoi.Area.Rectangle;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.analysis.metrics.AoiMetrics.SectionTimeOrigin;
import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Fixation.Mapping;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.AoiOptions.AoiColumns;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of hits is bounded before it is made. */
class AoiFixationsBoundTest {

    private static Analysis analysis(String label, int fixationCount) {
        AoiSet aois = new AoiSet(List.of(new Aoi("a", label, List.of(label), new Rectangle(0, 0, 10, 20))), List.of());
        Analysis.Setup setup = new Analysis.Setup(HeatmapOptions.PUBLISHED, Grid.of(100, 80), aois, new Location.WholeFile("aois.json"),
                TimeCheck.NONE);
        FixationListeners listeners = new FixationListeners(setup, List.of(Analysis.AOI_HITS));
        for (int i = 0; i < fixationCount; i++) {
            listeners.counted(new Fixation("s\"", "r", "7", 0, 2_000_000, new Fixation.Point(5, 5), Mapping.INSIDE), 5, 5);
        }
        CountedFixations fixations = new CountedFixations(EnrichmentType.MARKER_MAPPER, "end - start",
                new Counts(List.of()), Optional.empty(), List.of(), new Histogram(setup.grid()));
        return Analysis.of(setup, fixations, listeners, SectionTimeOrigin.ofSections(Map.of()));
    }

    @Test
    void aTableThatWouldBeTooLongIsRefused() {
        Analysis tooLong = analysis("x".repeat(1 << 20), 1025);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> new AoiFixationsOutput().check(tooLong))
                .satisfies(e -> {
                    assertThat(e.problem().type()).isEqualTo(ProblemType.TOO_LARGE);
                    assertThat(e.problem().location()).isEqualTo(new Location.WholeFile("aois.json"));
                });
        new AoiFixationsOutput().check(analysis("x".repeat(1 << 20), 1000));
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
