package io.github.fixationheatmap.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.fixationheatmap.analysis.comparison.GroupComparison.PermutationTest;
import io.github.fixationheatmap.analysis.comparison.GroupComparison.Sampling;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.ComparisonOptions;
import io.github.fixationheatmap.options.ComparisonOptions.Correction;
import io.github.fixationheatmap.options.ComparisonOptions.Design;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Tests by permutation of small studies, against the formulas written down once more. */
class PlainFormulasTest {

    private static final int NX = 9;
    private static final int NY = 7;

    /** All relabelings are looked at, each with the plain formulas. */
    @Property(tries = 30)
    void equalsThePlainFormulas(@ForAll Random random, @ForAll Design design, @ForAll Correction correction,
            @ForAll @IntRange(min = 2, max = 4) int first, @ForAll @IntRange(min = 2, max = 4) int second) {
        int ofSecond = design == Design.PAIRED ? first : second;
        SmallStudy study = new SmallStudy(NX, NY);
        SmallStudy.ids("a", first).forEach(id -> study.random(id, random));
        SmallStudy.ids("b", ofSecond).forEach(id -> study.random(id, random));
        PermutationTest test = GroupStudy.of(SmallStudy.groups(design, first, ofSecond), study.maps(),
                ComparisonOptions.PUBLISHED.withCorrection(correction), TimeCheck.NONE).comparisons().getFirst().test();
        List<int[]> labels = labels(design, first, ofSecond);
        List<double[][]> maps = new ArrayList<>();
        SmallStudy.ids("a", first).forEach(id -> maps.add(study.maps().map(id)));
        SmallStudy.ids("b", ofSecond).forEach(id -> maps.add(study.maps().map(id)));
        double[][] observed = statistic(design, correction, maps, labels.getFirst(), test.statistic());
        double[] largest = labels.stream()
                .mapToDouble(l -> largest(statistic(design, correction, maps, l, test.statistic()))).toArray();
        double tolerance = tolerance(correction, largest(observed));
        assertThat(test.sampling()).isEqualTo(Sampling.ALL);
        assertThat(test.relabelings()).isEqualTo(labels.size());
        for (int y = 0; y < NY; y++) {
            for (int x = 0; x < NX; x++) {
                if (Double.isNaN(test.p()[y][x])) {
                    assertThat(test.statistic()[y][x]).isNaN();
                } else {
                    double least = Math.abs(observed[y][x]) * (1 - 1e-10);
                    long count = Arrays.stream(largest).filter(l -> l >= least).count();
                    assertThat(test.statistic()[y][x]).isCloseTo(observed[y][x], within(tolerance * Math.max(1, Math.abs(observed[y][x]))));
                    assertThat(test.p()[y][x]).isEqualTo((double) count / labels.size());
                }
            }
        }
    }

    /** Where the largest t is large, its variance is a small difference of large sums, which loses some log10(t * t) digits. */
    private static double tolerance(Correction correction, double largest) {
        double t = correction == Correction.MAX ? largest : Math.cbrt(3 * largest);
        return Math.max(1e-9, 3e-14 * t * t);
    }

    /** Group numbers of each relabeling, 0 or 1 for each participant, or for each pair whether its sign is kept (0). */
    private static List<int[]> labels(Design design, int first, int second) {
        int count = design == Design.PAIRED ? first : first + second;
        List<int[]> all = new ArrayList<>();
        int observed = design == Design.PAIRED ? 0 : (1 << count) - (1 << first);
        all.add(bits(observed, count));
        for (int i = 0; i < 1 << count; i++) {
            if (i != observed && (design == Design.PAIRED || Integer.bitCount(i) == second)) {
                all.add(bits(i, count));
            }
        }
        return all;
    }

    private static int[] bits(int number, int count) {
        return IntStream.range(0, count).map(i -> (number >> i) & 1).toArray();
    }

    private static double[][] statistic(Design design, Correction correction, List<double[][]> maps, int[] labels, double[][] mask) {
        double[][] statistic = new double[NY][NX];
        for (int y = 0; y < NY; y++) {
            for (int x = 0; x < NX; x++) {
                int row = y;
                int column = x;
                double[] values = maps.stream().mapToDouble(map -> map[row][column]).toArray();
                if (!Double.isNaN(mask[y][x])) {
                    statistic[y][x] = design == Design.PAIRED
                            ? ReferenceStatistics.paired(IntStream.range(0, labels.length)
                                    .mapToDouble(i -> (1 - 2 * labels[i]) * (values[i] - values[labels.length + i])).toArray())
                            : ReferenceStatistics.welch(part(values, labels, 0), part(values, labels, 1));
                }
            }
        }
        return correction == Correction.TFCE ? ReferenceStatistics.enhanced(statistic) : statistic;
    }

    private static double[] part(double[] values, int[] labels, int label) {
        return IntStream.range(0, labels.length).filter(i -> labels[i] == label).mapToDouble(i -> values[i]).toArray();
    }

    private static double largest(double[][] statistic) {
        return Arrays.stream(statistic).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElseThrow();
    }
}
