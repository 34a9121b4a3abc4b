package io.github.fixationheatmap.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ClusterEnhancementTest {

    /** The reference finds clusters anew at each threshold. Some statistics lie on a threshold, many are equal. */
    @Property(tries = 200)
    void equalsTheReference(@ForAll Random random, @ForAll @IntRange(min = 1, max = 14) int nx,
            @ForAll @IntRange(min = 1, max = 12) int ny, @ForAll @DoubleRange(min = 0.05, max = 6) double height) {
        int[] bins = IntStream.range(0, nx * ny).filter(bin -> random.nextInt(5) > 0).toArray();
        double[] statistics = IntStream.range(0, bins.length).mapToDouble(bin -> statistic(random, height)).toArray();
        double[][] rows = new double[ny][nx];
        for (int i = 0; i < bins.length; i++) {
            rows[bins[i] / nx][bins[i] % nx] = statistics[i];
        }
        double[][] expected = ReferenceStatistics.enhanced(rows);
        ClusterEnhancement enhancement = new ClusterEnhancement(nx, ny, bins);
        double[] again = statistics.clone();
        double largest = enhancement.largest(statistics);
        assertThat(enhancement.largest(again)).isEqualTo(largest);
        assertThat(again).containsExactly(statistics);
        for (int i = 0; i < bins.length; i++) {
            assertThat(statistics[i]).isCloseTo(expected[bins[i] / nx][bins[i] % nx], within(1e-11 * Math.max(1, largest)));
            assertThat(Math.abs(statistics[i])).isLessThanOrEqualTo(largest);
        }
    }

    private static double statistic(Random random, double height) {
        return switch (random.nextInt(3)) {
            case 0 -> random.nextInt(-20, 21) * 0.1;
            case 1 -> height * random.nextGaussian();
            default -> height * random.nextDouble();
        };
    }

    /** Hardly any variance makes statistics of up to a million: their levels are sorted in another way. */
    @Test
    void highStatisticsTakeNoMoreTime() {
        double[] statistics = {1e6, 0.05, -3e5, 2.04, 2e6};
        new ClusterEnhancement(5, 1, new int[] {0, 1, 2, 3, 4}).enhance(statistics);
        assertThat(statistics[1]).isZero();
        assertThat(statistics[3]).isCloseTo(ofSizes(2, 20), within(1e-4));
        assertThat(statistics[0]).isCloseTo(ofSizes(1, 10_000_000), within(1e-6 * statistics[0]));
        assertThat(statistics[2]).isCloseTo(-ofSizes(1, 3_000_000), within(1e-6 * statistics[0]));
    }

    private static double ofSizes(int size, int levels) {
        return IntStream.rangeClosed(1, levels).mapToDouble(k -> Math.sqrt(size) * (k * 0.1) * (k * 0.1) * 0.1).sum();
    }

    @Test
    void nothingIsEnhancedWhereNothingIsTested() {
        assertThat(new ClusterEnhancement(3, 2, new int[0]).largest(new double[0])).isZero();
    }
}
