package io.github.fixationheatmap.result.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.options.AoiOptions.LabelMetric;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelFigureTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
            "COUNT,0.0000,0", "COUNT,0.0040,0.0040", "COUNT,0.3333,0.33", "COUNT,14.6667,14.7", "COUNT,1234.4000,\"1,234\"",
            "TOTAL,0.0200,0.0200 ms", "FIRST,2676.40,\"2,676 ms\"", "AVERAGE,99.95,100.0 ms",
            "REACH,0.0040,0.40 %", "REACH,0.0001,0.01 %", "REACH,0.6667,67 %", "REACH,0.0000,0 %", "REACH,1.0000,100 %"})
    void smallNumbersDoNotReadAsNothing(LabelMetric metric, BigDecimal value, String text) {
        assertThat(LabelFigure.text(metric, value).replace('\u00a0', ' ')).isEqualTo(text);
    }
}
