package io.github.fixationheatmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.model.EnrichmentType.CoordinateUnit;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Fixation.Mapping;
import io.github.fixationheatmap.model.FixationListener;
import io.github.fixationheatmap.model.LimitExceededException;
import io.github.fixationheatmap.model.Sections;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.Normalization;
import io.github.fixationheatmap.options.Weight;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is kept of recordings that are normalized is bounded, and long ones give what short ones do. */
class FixationCounterTest {

    private static final Grid GRID = Grid.of(300, 200);
    private static final FixationListener NOBODY = new FixationListener() {
        @Override
        public void counted(Fixation fixation, double x, double y) {}

        @Override
        public void leftOut(Fixation fixation) {}
    };

    private static FixationCounter tally(Normalization normalization) {
        HeatmapOptions published = HeatmapOptions.PUBLISHED;
        HeatmapOptions options =
                new HeatmapOptions(published.scale(), Weight.DURATION, normalization, published.recordings(), published.aoi());
        return new FixationCounter(GRID, CoordinateUnit.PX, options, Sections.NONE, NOBODY);
    }

    private static Fixation fixation(String recording, double x, double y, long ms) {
        return new Fixation("s", recording, "1", 5, 5 + ms * 1_000_000, ms, new Fixation.Point(x, y), Mapping.INSIDE);
    }

    @Test
    void aLongRecordingIsAddedUpAsAShortOneIs() {
        FixationCounter tally = tally(Normalization.RECORDING);
        Histogram plain = new Histogram(GRID);
        Random random = new Random(7);
        for (int i = 0; i < 2 * RecordingCounter.MAX_KEPT + 3; i++) {
            double x = 300 * random.nextDouble();
            double y = 200 * random.nextDouble();
            int ms = random.nextInt(1_000);
            tally.accept(fixation("r", x, y, ms));
            plain.add(x, y, ms);
        }
        assertThat(tally.histogram().rows()).isDeepEqualTo(plain.dividedBySum().rows());
    }

    @Test
    void whatIsKeptIsBounded() {
        FixationCounter tally = tally(Normalization.RECORDING);
        int full = 10_000_000 / RecordingCounter.MAX_KEPT;
        for (int r = 0; r < full; r++) {
            // The last of each are of no consequence: a histogram has taken their place.
            for (int i = 0; i < RecordingCounter.MAX_KEPT + 10; i++) {
                tally.accept(fixation("r" + r, 5, 5, 1));
            }
        }
        for (int i = 0; i < 10_000_000 % RecordingCounter.MAX_KEPT; i++) {
            tally.accept(fixation("last", 5, 5, 1));
        }
        assertThatThrownBy(() -> tally.accept(fixation("last", 5, 5, 1))).isInstanceOf(LimitExceededException.class)
                .hasMessage("more fixations up to here, expected at most 10000000 where recordings are normalized,"
                        + " of each the first 30000 counting");
        tally.accept(fixation("r0", 5, 5, 1));
    }

    @Test
    @Timeout(5)
    void aLongSelectionOfManyRecordingsCostsNoTime() {
        List<String> selection = Collections.nCopies(250_000, "r9999");
        FixationCounter tally = new FixationCounter(GRID, CoordinateUnit.PX, HeatmapOptions.PUBLISHED.with(Optional.of(selection)),
                Sections.NONE, NOBODY);
        for (int r = 0; r < 10_000; r++) {
            tally.accept(fixation("r" + r, 5, 5, 1));
        }
        assertThat(tally.counts().counted()).isEqualTo(1);
        assertThat(tally.unknownSelection()).isEmpty();
    }

    @Test
    void aThousandRecordingsAreAddedUpInASecondOrTwo() {
        FixationCounter tally = tally(Normalization.RECORDING);
        for (int r = 0; r < 1_000; r++) {
            tally.accept(fixation("r" + r, r % 300, r % 200, 1));
        }
        long start = System.nanoTime();
        assertThat(tally.histogram().sum()).isBetween(999.9, 1_000.1);
        long ms = (System.nanoTime() - start) / 1_000_000;
        System.out.printf("1,000 recordings were normalized and added up in %,d ms%n", ms);
        assertThat(ms).isLessThan(15_000);
    }
}
