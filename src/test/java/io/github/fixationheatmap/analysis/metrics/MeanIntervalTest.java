package io.github.fixationheatmap.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeanIntervalTest {

    /** The share of the distribution between -t and t, by Abramowitz and Stegun 26.7.3 and 26.7.4, which are exact. */
    private static double between(double t, int degrees) {
        double angle = Math.atan(t / Math.sqrt(degrees));
        double square = Math.cos(angle) * Math.cos(angle);
        boolean odd = degrees % 2 == 1;
        double term = odd ? Math.cos(angle) : 1;
        double sum = degrees == 1 ? 0 : term;
        for (int k = odd ? 3 : 2; k < degrees; k += 2) {
            term *= square * (k - 1) / k;
            sum += k < degrees - 1 ? term : 0;
        }
        return odd ? 2 / Math.PI * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 20, 29, 30, 99, 1000, 9999})
    void ninetyFivePercentLieBetweenTheQuantiles(int degrees) {
        assertThat(between(MeanInterval.quantile(degrees), degrees)).isCloseTo(0.95, within(6e-7));
    }

    @Test
    void anIntervalWorkedOutByHand() {
        MeanInterval interval = MeanInterval.of(List.of(1.0, 2.0, 3.0)).orElseThrow();
        assertThat(interval.mean()).isEqualTo(2);
        assertThat(interval.low()).as("2 - 4.302653 / sqrt(3)").isCloseTo(-0.484138, within(1e-6));
        assertThat(interval.high()).isCloseTo(4.484138, within(1e-6));
        assertThat(MeanInterval.of(List.of(5.0, 5.0))).contains(new MeanInterval(5, 5, 5));
    }

    @Test
    void oneValueHasNone() {
        assertThat(MeanInterval.of(List.of(1.0))).isEmpty();
        assertThat(MeanInterval.of(List.of())).isEmpty();
    }
}
