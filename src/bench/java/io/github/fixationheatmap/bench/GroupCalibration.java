package io.github.fixationheatmap.bench;

import io.github.fixationheatmap.analysis.comparison.GroupComparison.PermutationTest;
import io.github.fixationheatmap.analysis.comparison.GroupStudy;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.ComparisonOptions;
import io.github.fixationheatmap.options.ComparisonOptions.Correction;
import io.github.fixationheatmap.options.ComparisonOptions.Design;
import java.util.Locale;

/**
 * How often the comparison of groups finds a difference where there is none: of simulated studies, the share that has any bin with p up
 * to 0.05 should be 5 %.
 */
public final class GroupCalibration {

    private static final int STUDIES = 400;
    private static final int PARTICIPANTS = 12;
    private static final int PAIRS = 10;
    /** All relabelings of ten pairs. */
    private static final int PERMUTATIONS = 1024;
    private static final Grid GRID = new Grid(1200, 900, 60, 45);

    private GroupCalibration() {}

    static void run(BenchmarkOptions options) {
        System.out.printf("%d studies, %d participants a group or %d pairs, %d x %d bins%n", STUDIES, PARTICIPANTS, PAIRS, GRID.nx(),
                GRID.ny());
        for (Design design : Design.values()) {
            for (Correction correction : Correction.values()) {
                int size = design == Design.BETWEEN ? PARTICIPANTS : PAIRS;
                int found = found(STUDIES, design, correction, size, GRID, PERMUTATIONS, 0);
                System.out.printf(Locale.ROOT, "%-8s %-5s %d of %d: %.2f %%%n", design.id(), correction.id(), found, STUDIES,
                        100.0 * found / STUDIES);
            }
        }
    }

    /**
     * In how many studies a difference is found.
     *
     * @param size participants in each group, or pairs
     * @param permutations the maximum number of relabelings
     * @param shift the difference that there is; 0 for none
     */
    public static int found(
            int studies, Design design, Correction correction, int size, Grid grid, int permutations, double shift) {
        int found = 0;
        for (int study = 0; study < studies; study++) {
            SimulatedGroups simulated = SimulatedGroups.of(design, size, grid, shift, study);
            ComparisonOptions options = ComparisonOptions.PUBLISHED.withDesign(design).withCorrection(correction)
                    .withPermutations(permutations).withSeed(study);
            PermutationTest test = GroupStudy.of(simulated.groups(), simulated.maps(), options, TimeCheck.NONE)
                    .comparisons().getFirst().test();
            found += test.binsFound() > 0 ? 1 : 0;
        }
        return found;
    }
}
