package io.github.fixationheatmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.model.EnrichmentType.CoordinateUnit;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Fixation.Mapping;
import io.github.fixationheatmap.model.FixationListener;
import io.github.fixationheatmap.model.FixationListener.LimitExceededException;
import io.github.fixationheatmap.model.Sections;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.HeatmapOptions.Normalization;
import io.github.fixationheatmap.options.HeatmapOptions.Weight;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** The memory for normalized recordings is bounded, and long recordings are normalized as short ones are. */
class FixationCounterTest {

    private static final Grid GRID = Grid.of(300, 200);
    private static final FixationListener NO_LISTENER = new FixationListener() {
        @Override
        public void counted(Fixation fixation, double x, double y) {}

        @Override
        public void leftOut(Fixation fixation) {}
    };

    private static FixationCounter counter(Normalization normalization) {
        HeatmapOptions options = HeatmapOptions.PUBLISHED.withWeight(Weight.DURATION).withNormalization(normalization);
        return counter(options);
    }

    private static FixationCounter counter(HeatmapOptions options) {
        return new FixationCounter(GRID, CoordinateUnit.PX, options, Sections.NONE, fixation -> true, NO_LISTENER,
                UnaryOperator.identity());
    }

    private static Fixation fixation(String recording, double x, double y, long ns) {
        return new Fixation("s", recording, "1", 5, 5 + ns, new Fixation.Point(x, y), Mapping.INSIDE);
    }

    @Test
    void aLongRecordingIsAddedUpAsAShortOneIs() {
        FixationCounter counter = counter(Normalization.RECORDING);
        Histogram expected = new Histogram(GRID);
        Random random = new Random(7);
        for (int i = 0; i < 2 * RecordingCounter.MAX_KEPT + 3; i++) {
            double x = 300 * random.nextDouble();
            double y = 200 * random.nextDouble();
            int ns = random.nextInt(1_000_000_000);
            counter.accept(fixation("r", x, y, ns));
            expected.add(x, y, ns);
        }
        assertThat(counter.histogram(TimeCheck.NONE).rows()).isDeepEqualTo(expected.dividedBySum().rows());
    }

    @Test
    void durationsCountWithTheirFractionsOfAMillisecond() {
        FixationCounter counter = counter(Normalization.NONE);
        counter.accept(fixation("r", 5, 5, 391_300_922));
        counter.accept(fixation("r", 5, 5, 999_999));
        counter.accept(fixation("r", 295, 195, 1));
        double[][] rows = counter.histogram(TimeCheck.NONE).rows();
        assertThat(rows[5][5]).isEqualTo(392.300921);
        assertThat(rows[195][295]).isEqualTo(0.000001);
    }

    @Tag("slow")
    @Test
    void theNumberOfKeptFixationsIsBounded() {
        FixationCounter counter = counter(Normalization.RECORDING);
        int full = 10_000_000 / RecordingCounter.MAX_KEPT;
        for (int r = 0; r < full; r++) {
            // The last fixations of each recording do not count as kept: a histogram has replaced the kept fixations.
            for (int i = 0; i < RecordingCounter.MAX_KEPT + 10; i++) {
                counter.accept(fixation("r" + r, 5, 5, 1));
            }
        }
        for (int i = 0; i < 10_000_000 % RecordingCounter.MAX_KEPT; i++) {
            counter.accept(fixation("last", 5, 5, 1));
        }
        assertThatThrownBy(() -> counter.accept(fixation("last", 5, 5, 1))).isInstanceOf(LimitExceededException.class)
                .hasMessage("more fixations up to here, expected at most 10000000 where recordings are normalized,"
                        + " of each the first 30000 counting");
        counter.accept(fixation("r0", 5, 5, 1));
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void aLongSelectionOfManyRecordingsIsNoProductOfBoth() {
        // Each of 3 * 10^10 pairs would take minutes.
        List<String> selection = Collections.nCopies(300_000, "r99999");
        HeatmapOptions options = HeatmapOptions.PUBLISHED.withRecordings(Optional.of(selection));
        FixationCounter counter = counter(options);
        for (int r = 0; r < 100_000; r++) {
            counter.accept(fixation("r" + r, 5, 5, 1));
        }
        assertThat(counter.counts().all().counted()).isEqualTo(1);
        assertThat(counter.unknownSelection()).isEmpty();
    }

    @Test
    void eachRecordingIsAddedUpInFewHistograms() {
        FixationCounter counter = counter(Normalization.RECORDING);
        for (int r = 0; r < 100; r++) {
            counter.accept(fixation("r" + r, r % 300, r % 200, 1));
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Histogram histogram = counter.histogram(TimeCheck.NONE);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(histogram.sum()).isBetween(99.9, 100.1);
        long ofOne = 8L * GRID.nx() * GRID.ny();
        assertThat(allocated / 100).isBetween(ofOne, 5 * ofOne);
    }
}
