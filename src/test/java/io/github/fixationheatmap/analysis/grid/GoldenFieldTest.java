package io.github.fixationheatmap.analysis.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.Raster;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Agreement with numpy.histogram2d, cv2.GaussianBlur and cv2.resize(INTER_LANCZOS4). */
class GoldenFieldTest {
    @ParameterizedTest
    @MethodSource("io.github.fixationheatmap.analysis.grid.GoldenCase#all")
    void binsAreThoseOfNumpy(GoldenCase golden) {
        assertThat(golden.histogram().rows()).isDeepEqualTo(golden.expectedBins());
    }

    @ParameterizedTest
    @MethodSource("io.github.fixationheatmap.analysis.grid.GoldenCase#all")
    void valuesAreThoseOfOpenCv(GoldenCase golden) {
        ScalarField field = golden.field();
        Raster expected = golden.image("value16.png").getRaster();
        float[] row = new float[field.width()];
        double worst = 0;
        for (int y = 0; y < field.height(); y++) {
            field.row(y, row);
            for (int x = 0; x < row.length; x++) {
                worst = Math.max(worst, Math.abs(row[x] - expected.getSample(x, y, 0) / 65535.0));
            }
        }
        // The required accuracy is 1e-3; half a step of the 16-bit file and float arithmetic allow for a smaller bound.
        assertThat(worst).isLessThan(2e-5);
    }
}
