package io.github.fixationheatmap.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class MapSimilarityTest {

    @Property(tries = 50)
    void swappedMapsSwapTheDivergences(@ForAll Random random, @ForAll @DoubleRange(min = 0.1, max = 100) double factor) {
        double[][] p = random(random);
        double[][] q = random(random);
        MapSimilarity similarity = MapSimilarity.of(p, q);
        MapSimilarity swapped = MapSimilarity.of(q, p);
        assertThat(swapped.klFirstToSecond()).isEqualTo(similarity.klSecondToFirst());
        assertThat(swapped.cc()).isCloseTo(similarity.cc(), within(1e-12));
        assertThat(similarity.cc()).isCloseTo(ReferenceStatistics.correlation(p, q), within(1e-12));
        assertThat(similarity.sim()).isBetween(0.0, 1 + 1e-12);
        assertThat(similarity.klFirstToSecond()).isNotNegative();
        double[][] scaled = Arrays.stream(p).map(row -> Arrays.stream(row).map(v -> factor * v).toArray()).toArray(double[][]::new);
        assertThat(MapSimilarity.of(p, scaled).sim()).isCloseTo(1, within(1e-12));
        assertThat(MapSimilarity.of(p, scaled).klFirstToSecond()).isCloseTo(0, within(1e-12));
    }

    /** Worked out by hand: shares of 1/4 and 3/4, and of 1/2 each. */
    @Test
    void twoBins() {
        MapSimilarity similarity = MapSimilarity.of(new double[][] {{1, 3}}, new double[][] {{2, 2}});
        assertThat(similarity.cc()).isZero();
        assertThat(similarity.sim()).isEqualTo(0.75);
        assertThat(similarity.klFirstToSecond()).isCloseTo(0.5 * Math.log(2) + 0.5 * Math.log(2.0 / 3), within(1e-12));
        assertThat(similarity.klSecondToFirst()).isCloseTo(0.25 * Math.log(0.5) + 0.75 * Math.log(1.5), within(1e-12));
    }

    @Test
    void mapsWithoutACommonBinAreFiniteToo() {
        MapSimilarity similarity = MapSimilarity.of(new double[][] {{1, 0, 0}}, new double[][] {{0, 0, 1}});
        assertThat(similarity.sim()).isZero();
        assertThat(similarity.klFirstToSecond()).isCloseTo(52 * Math.log(2), within(1e-9));
    }

    @Test
    void emptyMapsAndOtherShapesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> MapSimilarity.of(new double[1][2], new double[][] {{1, 1}}));
        assertThatIllegalArgumentException().isThrownBy(() -> MapSimilarity.of(new double[][] {{1, 1}}, new double[][] {{1}, {1}}));
    }

    private static double[][] random(Random random) {
        double[][] rows = new double[5][7];
        Arrays.stream(rows).forEach(row -> Arrays.setAll(row, x -> random.nextInt(3) == 0 ? 0 : random.nextDouble()));
        rows[0][0] = 1;
        return rows;
    }
}
