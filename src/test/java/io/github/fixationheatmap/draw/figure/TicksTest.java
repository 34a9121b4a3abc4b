package io.github.fixationheatmap.draw.figure;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 | 0, 0.25, 0.5, 0.75, 1", "51.67 | 0, 15, 30, 45, 60", "100 | 0, 25, 50, 75, 100",
        "3 | 0, 0.8, 1.6, 2.4, 3.2", "0.07 | 0, 0.02, 0.04, 0.06, 0.08", "13_001 | 0, 4,000, 8,000, 12,000, 16,000", "4 | 0, 1, 2, 3, 4"})
    void theLastIsTheFirstRoundNumberNotBelowTheMaximum(String max, String labels) {
        assertThat(String.join(", ", Ticks.upTo(Double.parseDouble(max.replace("_", ""))).labels())).isEqualTo(labels);
    }

    @Property
    void theMaximumFillsMostOfTheScale(@ForAll @DoubleRange(min = 1e-9, max = 1e15) @Scale(9) double max) {
        assertThat(Ticks.upTo(max).top()).isBetween(max, max * 1.34);
        assertThat(Ticks.upTo(max).labels()).hasSize(5).doesNotHaveDuplicates();
    }
}
