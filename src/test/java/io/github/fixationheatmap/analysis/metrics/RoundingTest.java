package io.github.fixationheatmap.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.analysis.metrics.RecordingMetrics.MeanAndStdDev;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

    @ParameterizedTest
    @CsvSource({"3073,2,1536", "2782,3,927", "3075,2,1538", "0,7,0", "1,2,0", "3,2,2", "9223372036854775807,2,4611686018427387904",
        "9223372036854775807,9223372036854775807,1", "4611686018427387904,9223372036854775807,1"})
    void halvesAreRoundedToEven(long dividend, long divisor, long quotient) {
        assertThat(Rounding.divide(dividend, divisor)).isEqualTo(quotient);
    }

    @Test
    void aFixationOf19997MicrosecondsLasts20Milliseconds() {
        assertThat(Rounding.ms(19_997_000)).isEqualTo(20);
        assertThat(Rounding.ms(500_000)).isZero();
        assertThat(Rounding.ms(1_500_000)).isEqualTo(2);
    }

    @Property
    void theMeanIsRoundedOnceAndNeverOverflows(@ForAll @Size(min = 1, max = 9) List<@LongRange(min = 0) Long> durations) {
        check(durations);
        check(durations.stream().map(s -> s % 4 * 500_000).toList());
    }

    private static void check(List<Long> durations) {
        Rounding.DurationMean mean = new Rounding.DurationMean();
        durations.forEach(mean::add);
        BigDecimal sum = durations.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal expected = sum.divide(BigDecimal.valueOf(1_000_000L * durations.size()), 0, RoundingMode.HALF_EVEN);
        assertThat(mean.ms()).isEqualTo(expected.longValueExact());
    }

    @Test
    void theStandardDeviationIsThatOfASample() {
        List<BigDecimal> values = List.of(BigDecimal.valueOf(2), BigDecimal.valueOf(4), BigDecimal.valueOf(9));
        assertThat(MeanAndStdDev.of(values)).isEqualTo(new MeanAndStdDev("5.00", "3.61"));
        assertThat(MeanAndStdDev.of(values.subList(0, 1))).isEqualTo(new MeanAndStdDev("2.00", ""));
        assertThat(MeanAndStdDev.of(List.of())).isEqualTo(new MeanAndStdDev("", ""));
    }
}
