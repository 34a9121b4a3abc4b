package io.github.fixationheatmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.analysis.CountedFixations.Counts;
import io.github.fixationheatmap.analysis.CountedFixations.Rows;
import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.analysis.aoi.Area.Rectangle;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.analysis.metrics.SectionTimeOrigin;
import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Fixation.Mapping;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.model.TableReading;
import io.github.fixationheatmap.options.ChosenOutput;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.problem.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What several outputs need of a run is computed once. */
class ParticipantsTest {

    private final AtomicInteger looks = new AtomicInteger();

    /** Recordings with a fixation each, all in one AOI of two labels. */
    private Analysis analysis(int count, List<ChosenOutput> outputs) {
        List<Recording> recordings = IntStream.range(0, count).mapToObj(i -> new Recording("r" + i, "name")).toList();
        HeatmapOptions options = HeatmapOptions.PUBLISHED.withFigures(HeatmapOptions.PUBLISHED.figures().withOutputs(outputs));
        AoiSet aois = new AoiSet(List.of(new Aoi("a", "shelf", List.of("shelf", "goods"), new Rectangle(0, 0, 100, 80))), List.of());
        Analysis.Setup setup = new Analysis.Setup(options, Grid.of(100, 80), aois, new Location.WholeFile("aois.json"),
                looks::incrementAndGet);
        FixationListeners listeners = new FixationListeners(setup, List.of(Analysis.AOI_HITS, Analysis.RECORDING_BINS));
        recordings.forEach(recording -> listeners.counted(
                new Fixation("s", recording.id(), "1", 0, 2_000_000, new Fixation.Point(5, 5), Mapping.INSIDE), 5, 5));
        Counts counts = new Counts(recordings.stream()
                .map(recording -> new Counts.OfRecording(recording, new Rows(1, 0, 0, 0, 0, 0, 0), 1)).toList());
        CountedFixations fixations = new CountedFixations(EnrichmentType.MARKER_MAPPER, "end - start", counts, Optional.empty(),
                recordings, new Histogram(setup.grid()), TableReading.PLAIN);
        return Analysis.of(setup, fixations, listeners, SectionTimeOrigin.ofSections(Map.of()));
    }

    private int looksOf(Runnable work) {
        looks.set(0);
        work.run();
        return looks.get();
    }

    @Test
    void aRecordingIsBlurredOnceForGroupsStabilityAndHotSpots() {
        Analysis analysis = analysis(5, List.of(ChosenOutput.REPORT));
        int maps = looksOf(() -> new Participants(analysis).maps(Participants.counted(analysis)));
        int stability = looksOf(() -> new Participants(analysis).stability());
        int hotSpots = looksOf(() -> new Participants(analysis).hotSpots());
        Participants participants = new Participants(analysis);
        int all = looksOf(() -> {
            participants.maps(List.of("r3", "r1"));
            assertThat(participants.stability()).isPresent();
            assertThat(participants.hotSpots()).isPresent();
        });
        assertThat(maps).isPositive();
        assertThat(all).isEqualTo(stability + hotSpots - maps);
    }

    @Test
    void hotSpotsNeedTheReportAndEnoughRecordings() {
        assertThat(new Participants(analysis(4, List.of(ChosenOutput.FIGURE))).hotSpots()).isEmpty();
        assertThat(new Participants(analysis(3, List.of(ChosenOutput.REPORT))).hotSpots()).isEmpty();
        assertThat(new Participants(analysis(4, List.of(ChosenOutput.REPORT))).hotSpots()).isPresent();
    }

    @Test
    void theMetricsOfALabelAreComputedOnceUnlessTheyAreMany() {
        Analysis analysis = analysis(3, List.of());
        Analysis same = analysis.with(Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(same.aoiMetrics().ofLabel(0)).hasSize(3).isSameAs(analysis.labelMetrics().metrics().ofLabel(0));
        Analysis many = analysis(50_001, List.of());
        assertThat(many.aoiMetrics().ofLabel(0)).isEqualTo(many.aoiMetrics().ofLabel(0)).isNotSameAs(many.aoiMetrics().ofLabel(0));
    }
}
