package io.github.fixationheatmap.result.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({"0, 0.0", "0.0116, 0.0116", "0.0499, 0.0499", "0.05, 0.1", "1, 1.0", "'1234.56', '1,234.6'"})
    void aSmallNumberDoesNotReadAsNone(double value, String text) {
        assertThat(Words.small(value)).isEqualTo(text);
    }
}
