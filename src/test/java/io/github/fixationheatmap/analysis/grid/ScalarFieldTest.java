package io.github.fixationheatmap.analysis.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarFieldTest {
    @Test
    void anEmptyHistogramIsZeroEverywhere() {
        ScalarField field = ScalarField.of(new Histogram(Grid.of(64, 48)), GaussianBlur.ofScale(3));
        assertThat(field.peak()).isZero();
        float[] row = new float[64];
        row[5] = 1;
        field.row(47, row);
        assertThat(row).containsOnly(0f);
    }

    @ParameterizedTest
    @CsvSource({"500,1", "1,500", "1,1", "300,1"})
    void anImageOfOnePixelAcrossHasAFieldToo(int width, int height) {
        Histogram histogram = new Histogram(Grid.of(width, height));
        histogram.add(width / 2.0, height / 2.0, 1);
        ScalarField field = ScalarField.of(histogram, GaussianBlur.ofScale(3));
        float[] row = new float[width];
        field.row(height / 2, row);
        assertThat(row[width / 2]).isCloseTo(1f, within(0.02f));
    }

    @Test
    void thePeakIsInTheUnitOfTheWeights() {
        Histogram histogram = new Histogram(Grid.of(300, 300));
        histogram.add(150.5, 150.5, 1000);
        double centre = GaussianBlur.ofScale(3).kernel()[36];
        assertThat(ScalarField.of(histogram, GaussianBlur.ofScale(3)).peak()).isCloseTo(1000 * centre * centre, within(1e-9));
    }
}
