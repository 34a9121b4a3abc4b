package io.github.fixationheatmap.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.TimeCheck.OutOfTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class StabilityTest {

    /** Correlations of sums of maps, bin by bin, instead of products that are computed once. */
    @Property(tries = 10)
    void theCurveEqualsCorrelationsOfMaps(@ForAll Random random, @ForAll @IntRange(min = 4, max = 9) int count) {
        RecordingMaps maps = study(random, count).maps();
        Stability stability = Stability.of(maps, TimeCheck.NONE);
        RandomNumbers numbers = new RandomNumbers(1);
        assertThat(stability.recordings()).isEqualTo(count);
        assertThat(stability.curve()).hasSize(count / 2);
        for (Stability.Point point : stability.curve()) {
            double[] correlations = new double[200];
            for (int draw = 0; draw < 200; draw++) {
                int[] shuffled = numbers.shuffled(count);
                correlations[draw] = ReferenceStatistics.correlation(
                        sum(maps, shuffled, 0, point.n()), sum(maps, shuffled, point.n(), 2 * point.n()));
            }
            Arrays.sort(correlations);
            assertThat(point.mean()).isCloseTo(ReferenceStatistics.mean(correlations), within(1e-9));
            // Places 0.025 * 199 = 4.975 and 0.975 * 199 = 194.025.
            assertThat(point.low()).isCloseTo(0.025 * correlations[4] + 0.975 * correlations[5], within(1e-9));
            assertThat(point.high()).isCloseTo(0.975 * correlations[194] + 0.025 * correlations[195], within(1e-9));
        }
    }

    private static double[][] sum(RecordingMaps maps, int[] numbers, int from, int to) {
        return GroupMaps.mean(maps, Arrays.copyOfRange(numbers, from, to));
    }

    @Property(tries = 10)
    void hotSpotsAreThoseOfResampledMeans(@ForAll Random random, @ForAll @IntRange(min = 4, max = 9) int count) {
        RecordingMaps maps = study(random, count).maps();
        double[][] confidence = HotSpots.confidence(maps, TimeCheck.NONE);
        double[][] counts = new double[confidence.length][confidence[0].length];
        RandomNumbers numbers = new RandomNumbers(1);
        for (int resample = 0; resample < 1000; resample++) {
            double[][] mean = GroupMaps.mean(maps, IntStream.generate(() -> numbers.below(count)).limit(count).toArray());
            double half = Arrays.stream(mean).flatMapToDouble(Arrays::stream).max().orElseThrow() / 2;
            for (int y = 0; y < mean.length; y++) {
                for (int x = 0; x < mean[y].length; x++) {
                    counts[y][x] += mean[y][x] >= half ? 1 : 0;
                }
            }
        }
        for (int y = 0; y < counts.length; y++) {
            for (int x = 0; x < counts[y].length; x++) {
                assertThat(confidence[y][x]).isEqualTo(counts[y][x] / 1000);
            }
        }
    }

    /** Spearman and Brown: the number needed, put into their formula, reaches the reliability, and one fewer does not. */
    @Property(tries = 30)
    void theRecordingsNeededReachTheReliability(@ForAll Random random, @ForAll @IntRange(min = 4, max = 12) int count) {
        Stability stability = Stability.of(study(random, count).maps(), TimeCheck.NONE);
        double r = stability.splitHalf();
        assertThat(stability.reliability()).isEqualTo(2 * r / (1 + r));
        if (r > 0) {
            int n = count / 2;
            double ofOne = r / (n - (n - 1) * r);
            long needed = stability.needed().orElseThrow();
            assertThat(reliability(ofOne, needed)).isGreaterThanOrEqualTo(0.9 - 1e-9);
            assertThat(reliability(ofOne, needed - 1)).isLessThan(0.9);
        } else {
            assertThat(stability.needed()).isEmpty();
        }
    }

    private static double reliability(double ofOne, long n) {
        return n * ofOne / (1 + (n - 1) * ofOne);
    }

    @Test
    void equalMapsAreReliable() {
        SmallStudy study = new SmallStudy(8, 6).random("r0", new Random(1));
        SmallStudy.ids("r", 5).forEach(id -> study.with(id, study.histogram("r0")));
        Stability stability = Stability.of(study.maps(), TimeCheck.NONE);
        assertThat(stability.splitHalf()).isCloseTo(1, within(1e-12));
        assertThat(stability.needed()).hasValue(1);
    }

    /** Fixations at one end or at the other of two bins: halves may be opposite, or without a correlation. There is no NaN. */
    @Test
    void oppositeMapsGiveNumbersToo() {
        SmallStudy study = new SmallStudy(2, 1);
        SmallStudy.ids("a", 2).forEach(id -> study.with(id, new double[][] {{1, 0}}));
        SmallStudy.ids("b", 2).forEach(id -> study.with(id, new double[][] {{0, 1}}));
        Stability stability = Stability.of(study.maps(), TimeCheck.NONE);
        assertThat(stability.reliability()).isFinite();
        assertThat(stability.curve()).allSatisfy(point -> assertThat(point.mean()).isBetween(-1.0, 1.0));
        assertThat(stability.needed()).isEmpty();
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        RecordingMaps maps = study(new Random(3), 21).maps();
        assertThat(onThreads(1, () -> Stability.of(maps, TimeCheck.NONE)))
                .isEqualTo(onThreads(3, () -> Stability.of(maps, TimeCheck.NONE)));
        assertThat(onThreads(1, () -> HotSpots.confidence(maps, TimeCheck.NONE)))
                .isDeepEqualTo(onThreads(3, () -> HotSpots.confidence(maps, TimeCheck.NONE)));
    }

    private static <T> T onThreads(int threads, Callable<T> work) {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            return pool.submit(work).join();
        }
    }

    @Test
    void ofManyRecordingsSomeAreChosen() {
        List<String> few = SmallStudy.ids("r", 300);
        assertThat(Stability.chosen(few)).containsExactlyElementsOf(few.stream().sorted().toList());
        List<String> many = SmallStudy.ids("r", 301);
        List<String> ordered = many.stream().sorted().toList();
        SplittableRandom random = new SplittableRandom(1);
        int[] shuffled = IntStream.range(0, 301).toArray();
        for (int i = 300; i >= 1; i--) {
            int other = (int) ((random.nextLong() >>> 11) * 0x1p-53 * (i + 1));
            int swapped = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = swapped;
        }
        assertThat(Stability.chosen(many)).hasSize(300).isSorted().doesNotContain(ordered.get(shuffled[300]));
    }

    @Test
    void tooFewAreRefusedAndTheDeadlineIsLookedAt() {
        assertThatIllegalArgumentException().isThrownBy(() -> Stability.of(study(new Random(1), 3).maps(), TimeCheck.NONE))
                .withMessageContaining("4 to 300");
        RecordingMaps maps = study(new Random(1), 4).maps();
        TimeCheck late = () -> {
            throw new OutOfTimeException("late");
        };
        assertThatThrownBy(() -> Stability.of(maps, late)).isInstanceOf(OutOfTimeException.class);
        assertThatThrownBy(() -> HotSpots.confidence(maps, late)).isInstanceOf(OutOfTimeException.class);
    }

    private static SmallStudy study(Random random, int count) {
        SmallStudy study = new SmallStudy(13, 11);
        SmallStudy.ids("r", count).forEach(id -> study.random(id, random));
        return study;
    }
}
