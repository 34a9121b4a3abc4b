package io.github.fixationheatmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Fixation.Mapping;
import io.github.fixationheatmap.options.HeatmapOptions.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bins of single recordings, against a histogram of each. */
class RecordingBinsTest {

    private static final Grid GRID = Grid.of(640, 480);

    private static Fixation fixation(String recording, long ns) {
        return new Fixation("s", recording, "1", 5, 5 + ns, null, Mapping.INSIDE);
    }

    private static int visits(RecordingBins bins, String recording) {
        List<Double> visited = new ArrayList<>();
        bins.ofRecording(recording, (x, y, sum) -> visited.add(sum));
        return visited.size();
    }

    @Test
    void eachRecordingHasTheBinsOfItsHistogram() {
        Random random = new Random(5);
        for (Weight weight : Weight.values()) {
            RecordingBins bins = new RecordingBins(GRID, weight);
            List<Histogram> expected = List.of(new Histogram(GRID), new Histogram(GRID));
            for (int i = 0; i < 20_000; i++) {
                int recording = random.nextInt(2);
                double x = random.nextInt(20) == 0 ? 640 : 640 * Math.pow(random.nextDouble(), 1 + recording);
                double y = 480 * random.nextDouble();
                long ns = 1_000_000L * random.nextInt(900);
                bins.counted(fixation("r" + recording, ns), x, y);
                expected.get(recording).add(x, y, weight == Weight.COUNT ? 1 : ns / 1e6);
            }
            int count = 0;
            for (int recording = 0; recording < 2; recording++) {
                double[][] rows = new double[GRID.ny()][GRID.nx()];
                List<Integer> visited = new ArrayList<>();
                bins.ofRecording("r" + recording, (x, y, sum) -> {
                    assertThat(sum).isPositive();
                    rows[y][x] = sum;
                    visited.add(y * GRID.nx() + x);
                });
                assertThat(rows).isDeepEqualTo(expected.get(recording).rows());
                assertThat(visited).isSorted().doesNotHaveDuplicates();
                count += visited.size();
            }
            assertThat(bins.count()).isEqualTo(count);
            assertThat(visits(bins, "unknown")).isZero();
        }
    }

    @Test
    void tooManyBinsAreNotKept() {
        RecordingBins bins = new RecordingBins(Grid.of(300, 300), Weight.COUNT);
        for (int i = 0; i <= RecordingBins.MAX_BINS; i++) {
            assertThat(bins.isTooLarge()).isFalse();
            bins.counted(fixation("r" + i / 90_000, 1), i % 300, i / 300 % 300);
        }
        assertThat(bins.isTooLarge()).isTrue();
        bins.counted(fixation("r0", 1), 1, 1);
        assertThat(visits(bins, "r0")).isZero();
    }
}
