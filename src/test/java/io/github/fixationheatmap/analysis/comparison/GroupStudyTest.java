package io.github.fixationheatmap.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.fixationheatmap.analysis.comparison.GroupComparison.PermutationTest;
import io.github.fixationheatmap.analysis.comparison.GroupComparison.Sampling;
import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.TimeCheck.OutOfTimeException;
import io.github.fixationheatmap.options.ComparisonOptions;
import io.github.fixationheatmap.options.ComparisonOptions.Correction;
import io.github.fixationheatmap.options.ComparisonOptions.Design;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupStudyTest {

    private static final int NX = 9;
    private static final int NY = 7;

    @Property(tries = 20)
    void swappedGroupsMirrorTheMapAndKeepP(@ForAll Random random, @ForAll Design design, @ForAll Correction correction,
            @ForAll @IntRange(min = 2, max = 5) int first, @ForAll @IntRange(min = 2, max = 5) int second) {
        int ofSecond = design == Design.PAIRED ? first : second;
        SmallStudy study = study(random, first, ofSecond);
        PermutationTest test = compare(study, SmallStudy.groups(design, first, ofSecond), correction);
        ComparedGroups swapped = design == Design.PAIRED
                ? SmallStudy.paired("b", "a", first)
                : SmallStudy.between(SmallStudy.ids("b", second), SmallStudy.ids("a", first));
        PermutationTest ofSwapped = compare(study, swapped, correction);
        assertThat(Arrays.deepEquals(ofSwapped.p(), test.p())).isTrue();
        for (int y = 0; y < NY; y++) {
            for (int x = 0; x < NX; x++) {
                if (!Double.isNaN(test.p()[y][x])) {
                    assertThat(ofSwapped.statistic()[y][x]).isCloseTo(-test.statistic()[y][x], within(1e-9 * test.largestStatistic()));
                }
            }
        }
    }

    @Property(tries = 20)
    void theOrderOfParticipantsDoesNotMatter(@ForAll Random random, @ForAll Correction correction) {
        SmallStudy study = study(random, 6, 5);
        List<String> a = new ArrayList<>(SmallStudy.ids("a", 6));
        List<String> b = new ArrayList<>(SmallStudy.ids("b", 5));
        PermutationTest test = compare(study, SmallStudy.between(a, b), correction);
        Collections.shuffle(a, random);
        Collections.shuffle(b, random);
        assertSame(compare(study, SmallStudy.between(a, b), correction), test);
    }

    @Property(tries = 20)
    void aGroupAndItsCopyDoNotDiffer(@ForAll Random random, @ForAll Design design, @ForAll Correction correction,
            @ForAll @IntRange(min = 2, max = 9) int count) {
        SmallStudy study = study(random, count, 0);
        SmallStudy.ids("a", count).forEach(id -> study.with(id.replace('a', 'b'), study.histogram(id)));
        PermutationTest test = compare(study, SmallStudy.groups(design, count, count), correction);
        assertThat(test.largestStatistic()).isZero();
        assertThat(test.smallestP()).isEqualTo(1);
        assertThat(test.binsFound()).isZero();
        assertThat(test.binsTested()).isPositive();
    }

    /** No variance: within groups, or at all. A statistic whose divisor is 0 is 0. */
    @ParameterizedTest
    @EnumSource
    void equalMapsHaveNoStatistic(Design design) {
        SmallStudy study = new SmallStudy(NX, NY);
        double[][] left = new double[NY][NX];
        left[3][2] = 3;
        double[][] right = new double[NY][NX];
        right[3][6] = 7;
        SmallStudy.ids("a", 3).forEach(id -> study.with(id, left));
        SmallStudy.ids("b", 3).forEach(id -> study.with(id, right));
        for (Correction correction : Correction.values()) {
            GroupStudy compared = GroupStudy.of(
                    SmallStudy.groups(design, 3, 3), study.maps(), ComparisonOptions.PUBLISHED.withCorrection(correction), TimeCheck.NONE);
            PermutationTest test = compared.comparisons().getFirst().test();
            assertThat(test.binsTested()).isPositive();
            assertThat(test.largestStatistic()).isZero();
            assertThat(test.smallestP()).isEqualTo(1);
            assertThat(compared.maps().largestDifference()).isPositive();
        }
        SmallStudy same = new SmallStudy(NX, NY);
        SmallStudy.ids("a", 3).forEach(id -> same.with(id, left));
        SmallStudy.ids("b", 3).forEach(id -> same.with(id, left));
        GroupStudy compared = GroupStudy.of(
                SmallStudy.groups(design, 3, 3), same.maps(), ComparisonOptions.PUBLISHED, TimeCheck.NONE);
        assertThat(compared.maps().scaledDifference("a", "b")).isDeepEqualTo(new double[NY][NX]);
        assertThat(compared.comparisons().getFirst().similarity().cc()).isCloseTo(1, within(1e-12));
        assertThat(compared.comparisons().getFirst().test().largestStatistic()).isZero();
    }

    /** More relabelings than are held at a time, and more bins than a block has. */
    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void theNumberOfThreadsDoesNotMatter(Correction correction) {
        SmallStudy study = new SmallStudy(40, 30);
        Random random = new Random(1);
        SmallStudy.ids("a", 9).forEach(id -> study.random(id, random));
        SmallStudy.ids("b", 8).forEach(id -> study.random(id, random));
        ComparisonOptions options = ComparisonOptions.PUBLISHED.withCorrection(correction).withPermutations(2500);
        List<GroupStudy> studies = IntStream.of(1, 2, 7).mapToObj(threads -> {
            try (ForkJoinPool pool = new ForkJoinPool(threads)) {
                return pool.submit(() -> GroupStudy.of(SmallStudy.groups(Design.BETWEEN, 9, 8), study.maps(), options, TimeCheck.NONE))
                        .join();
            }
        }).toList();
        assertThat(studies.getFirst().comparisons().getFirst().test().sampling()).isEqualTo(Sampling.RANDOM);
        for (GroupStudy other : studies) {
            assertSame(other.comparisons().getFirst().test(), studies.getFirst().comparisons().getFirst().test());
        }
    }

    /** Floats hold seven digits of a map. */
    @Property(tries = 20)
    void manyMapsAreKeptAsFloats(@ForAll Random random, @ForAll Design design) {
        SmallStudy study = study(random, 6, 6);
        ComparedGroups groups = SmallStudy.groups(design, 6, 6);
        RecordingMaps floats = study.maps(NX * NY);
        assertThat(largest(floats.map("a3"))).isNotEqualTo(largest(study.maps().map("a3")))
                .isCloseTo(largest(study.maps().map("a3")), within(1e-7));
        PermutationTest test = GroupStudy.of(groups, floats, ComparisonOptions.PUBLISHED, TimeCheck.NONE).comparisons().getFirst().test();
        PermutationTest expected = compare(study, groups, Correction.MAX);
        assertThat(test.binsTested()).isEqualTo(expected.binsTested());
        assertThat(test.largestStatistic()).isCloseTo(expected.largestStatistic(), within(1e-4 * expected.largestStatistic()));
    }

    @Test
    void moreMapsThanFitAreRefused() {
        assertThat(RecordingMaps.largestNumber(new Grid(300, 300, 300, 300))).isEqualTo(1000);
        List<String> ids = SmallStudy.ids("r", 1001);
        assertThatIllegalArgumentException().isThrownBy(() -> RecordingMaps.none(new Grid(300, 300, 300, 300))
                .of(ids, (id, bin) -> bin.add(0, 0, 1), GaussianBlur.ofScale(3), TimeCheck.NONE))
                .withMessageContaining("at most 1000 recordings, not 1001");
    }

    /** Maps of both are made once, and are the same as without the others; beyond the bound of doubles nothing is kept. */
    @Test
    void mapsThatAreThereAreNotMadeAgain() {
        Grid grid = new Grid(40, 30, 4, 3);
        List<String> made = Collections.synchronizedList(new ArrayList<>());
        RecordingMaps.SparseBins bins = (id, bin) -> {
            made.add(id);
            bin.add(id.charAt(0) - 'a', 1, 1);
        };
        GaussianBlur blur = GaussianBlur.ofSigma(1);
        RecordingMaps first = RecordingMaps.none(grid, 3 * 12).of(List.of("a", "b"), bins, blur, TimeCheck.NONE);
        RecordingMaps second = first.of(List.of("c", "b"), bins, blur, TimeCheck.NONE);
        assertThat(made).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(second.ids()).containsExactly("b", "c");
        RecordingMaps alone = RecordingMaps.none(grid).of(List.of("b", "c"), bins, blur, TimeCheck.NONE);
        assertThat(second.map("b")).isDeepEqualTo(alone.map("b"));
        assertThat(second.map("c")).isDeepEqualTo(alone.map("c"));
        made.clear();
        RecordingMaps.none(grid, 2 * 12).of(List.of("a", "b"), bins, blur, TimeCheck.NONE)
                .of(List.of("b", "c"), bins, blur, TimeCheck.NONE);
        assertThat(made).hasSize(4);
    }

    @Test
    void everyPairIsComparedOnOneScale() {
        SmallStudy study = new SmallStudy(NX, NY);
        Map<String, List<String>> groups = new LinkedHashMap<>();
        Random random = new Random(2);
        for (String name : List.of("novices", "experts", "others")) {
            groups.put(name, SmallStudy.ids(name, 3));
            groups.get(name).forEach(id -> study.random(id, random));
        }
        GroupStudy compared = GroupStudy.of(ComparedGroups.between(groups), study.maps(), ComparisonOptions.PUBLISHED, TimeCheck.NONE);
        assertThat(compared.comparisons()).extracting(c -> c.first() + " vs " + c.second())
                .containsExactly("novices vs experts", "novices vs others", "experts vs others");
        GroupMaps maps = compared.maps();
        assertThat(maps.names().stream().mapToDouble(name -> largest(maps.scaled(name))).max()).hasValue(1);
        assertThat(compared.comparisons().stream().mapToDouble(c -> largest(maps.scaledDifference(c.first(), c.second()))).max())
                .hasValue(1);
    }

    @Test
    void theDeadlineIsLookedAt() {
        SmallStudy study = study(new Random(1), 3, 3);
        for (Correction correction : Correction.values()) {
            assertThatThrownBy(() -> GroupStudy.of(SmallStudy.groups(Design.BETWEEN, 3, 3), study.maps(),
                    ComparisonOptions.PUBLISHED.withCorrection(correction), () -> {
                        throw new OutOfTimeException("late");
                    })).isInstanceOf(OutOfTimeException.class);
        }
    }

    @Test
    void theLargestNumberOfPermutationsFitsAndNoMore() {
        // All bins are tested.
        SmallStudy large = new SmallStudy(300, 225);
        double[][] everywhere = new double[225][300];
        Arrays.stream(everywhere).forEach(row -> Arrays.fill(row, 1));
        SmallStudy.ids("a", 50).forEach(id -> large.with(id, everywhere));
        SmallStudy.ids("b", 50).forEach(id -> large.with(id, everywhere));
        ComparisonEffort effort = new ComparisonEffort(SmallStudy.groups(Design.BETWEEN, 50, 50), large.maps());
        assertThat(effort.fits(ComparisonOptions.PUBLISHED)).isTrue();
        assertThat(effort.largestPermutations(Correction.MAX)).isEqualTo((int) (6e11 / 67_500 / 100));
        assertThat(effort.largestPermutations(Correction.TFCE)).isEqualTo((int) (6e11 / 67_500 / 800));
        for (Correction correction : Correction.values()) {
            ComparisonOptions options = ComparisonOptions.PUBLISHED.withCorrection(correction);
            int largest = effort.largestPermutations(correction);
            assertThat(effort.fits(options.withPermutations(largest))).isTrue();
            assertThat(effort.fits(options.withPermutations(largest + 1))).isFalse();
        }
        // All 20 relabelings of six participants: more permutations cost nothing.
        assertThat(new ComparisonEffort(SmallStudy.groups(Design.BETWEEN, 3, 3), large.maps()).largestPermutations(Correction.TFCE))
                .isEqualTo(ComparisonOptions.MAX_PERMUTATIONS);
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SmallStudy.groups(Design.BETWEEN, 1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> SmallStudy.between(List.of("a", "b"), List.of("c", "a")));
        SmallStudy study = study(new Random(1), 2, 2);
        assertThatIllegalArgumentException().isThrownBy(() -> GroupMaps.of(SmallStudy.groups(Design.BETWEEN, 2, 3), study.maps()));
        assertThatIllegalArgumentException().isThrownBy(() -> study.with("empty", new double[NY][NX]).maps())
                .withMessageContaining("empty");
    }

    private static double largest(double[][] statistic) {
        return Arrays.stream(statistic).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElseThrow();
    }

    private static void assertSame(PermutationTest actual, PermutationTest expected) {
        assertThat(Arrays.deepEquals(actual.statistic(), expected.statistic())).isTrue();
        assertThat(Arrays.deepEquals(actual.p(), expected.p())).isTrue();
        assertThat(actual).usingRecursiveComparison().ignoringFields("statistic", "p").isEqualTo(expected);
    }

    private static SmallStudy study(Random random, int first, int second) {
        SmallStudy study = new SmallStudy(NX, NY);
        SmallStudy.ids("a", first).forEach(id -> study.random(id, random));
        SmallStudy.ids("b", second).forEach(id -> study.random(id, random));
        return study;
    }

    private static PermutationTest compare(SmallStudy study, ComparedGroups groups, Correction correction) {
        return GroupStudy.of(groups, study.maps(), ComparisonOptions.PUBLISHED.withCorrection(correction).withPermutations(1000),
                TimeCheck.NONE).comparisons().getFirst().test();
    }
}
