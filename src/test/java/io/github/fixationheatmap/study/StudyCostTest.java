package io.github.fixationheatmap.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyCostTest {

    /** The numbers of the table in the documentation: $7.16 for S3, $3.73 for Lambda and $0.50 for Step Functions. */
    @Test
    void aHundredThousandDropsCostWhatTheDocumentationSays() throws IOException {
        StudyCost cost = StudyCost.estimate(100_000);
        assertThat(cost).isEqualTo(new StudyCost(140_000, 11.393352));
        assertThat(Files.readString(Path.of("src/docs/studies.md"))).contains("| 7.16 |", "| 3.73 |", "| 0.50 |", "39 h, $11.39");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1      | 0.4    | 0 s, $0.00013",
        "1      | 119.4  | 119 s, $0.0033",
        "20     | 120    | 2 min, $0.0047",
        "2000   | 7199   | 120 min, $0.35",
        "2000   | 7200   | 2 h, $0.35",
        "100000 | 140000 | 39 h, $11.39"})
    void itIsShortInWords(int drops, double seconds, String text) {
        assertThat(StudyCost.of(drops, seconds).text()).isEqualTo(text);
    }

    @Test
    void itIsReadAsItWasWritten() {
        assertThat(StudyCost.of(StudyCost.estimate(7).json())).isEqualTo(StudyCost.estimate(7));
    }
}
