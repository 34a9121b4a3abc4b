package io.github.fixationheatmap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.options.ComparisonOptions.Correction;
import io.github.fixationheatmap.options.ComparisonOptions.Design;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small calibration; {@link GroupCalibration} has the full one. Studies are made from fixed seeds, so the counts are always the same. */
@Tag("slow")
class GroupCalibrationTest {

    private static final Grid GRID = new Grid(400, 300, 40, 30);

    /** Of 100 studies without a difference, 5 are expected: fewer than 1 or more than 11 have a chance below 1 in 100. */
    @ParameterizedTest
    @CsvSource({"BETWEEN,MAX,12", "BETWEEN,TFCE,12", "PAIRED,MAX,8", "PAIRED,TFCE,8"})
    void fewStudiesWithoutADifferenceHaveOne(Design design, Correction correction, int size) {
        assertThat(GroupCalibration.found(100, design, correction, size, GRID, 199, 0)).isBetween(1, 11);
    }

    @ParameterizedTest
    @CsvSource({"BETWEEN,MAX,12", "BETWEEN,TFCE,12", "PAIRED,MAX,8", "PAIRED,TFCE,8"})
    void mostStudiesWithADifferenceHaveOne(Design design, Correction correction, int size) {
        assertThat(GroupCalibration.found(20, design, correction, size, GRID, 199, 0.12)).isGreaterThan(15);
    }
}
