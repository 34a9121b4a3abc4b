package io.github.fixationheatmap.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.fixationheatmap.options.ComparisonOptions.Correction;
import io.github.fixationheatmap.options.ComparisonOptions.Design;
import io.github.fixationheatmap.options.ComparisonOptions.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonOptionsTest {

    private static final Group EXPERTS = new Group("experts", List.of("P01", "P02"));
    private static final Group NOVICES = new Group("novices", List.of("P03", "P04"));

    @Test
    void thePublishedValuesCanBeChanged() {
        ComparisonOptions options = ComparisonOptions.PUBLISHED.withGroups(List.of(EXPERTS, NOVICES)).withDesign(Design.PAIRED)
                .withCorrection(Correction.TFCE).withPermutations(1).withSeed(-7).withAlpha(0.01);
        assertThat(options).isEqualTo(new ComparisonOptions(
                List.of(EXPERTS, NOVICES), Design.PAIRED, Correction.TFCE, 1, -7, 0.01));
        assertThat(options.correction().id()).isEqualTo("tfce");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 2, -0.05, Double.NaN})
    void alphaIsAboveZeroAndBelowOne(double alpha) {
        assertThatIllegalArgumentException().isThrownBy(() -> ComparisonOptions.PUBLISHED.withAlpha(alpha))
                .withMessageContaining(Double.toString(alpha));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_001})
    void permutationsAreBounded(int permutations) {
        assertThatIllegalArgumentException().isThrownBy(() -> ComparisonOptions.PUBLISHED.withPermutations(permutations))
                .withMessageContaining(Integer.toString(permutations));
    }

    @Test
    void groupsAreTwoToEightWithoutCommonRecordings() {
        List<Group> nine = new ArrayList<>();
        IntStream.range(0, 9).forEach(i -> nine.add(new Group("g" + i, List.of("P" + i))));
        assertThat(ComparisonOptions.PUBLISHED.withGroups(nine.subList(0, 8)).groups()).hasSize(8);
        refused(nine, "2 to 8 groups, not 9");
        refused(List.of(EXPERTS), "2 to 8 groups, not 1");
        refused(List.of(EXPERTS, new Group("experts", List.of("P03"))), "two groups are named experts");
        refused(List.of(EXPERTS, new Group("novices", List.of("P03", "P02"))), "recording P02 is listed twice");
        assertThatIllegalArgumentException().isThrownBy(() ->
                ComparisonOptions.PUBLISHED.withGroups(nine.subList(0, 3)).withDesign(Design.PAIRED)).withMessageContaining("not 3");
        assertThatIllegalArgumentException().isThrownBy(() -> new Group("none", List.of())).withMessageContaining("none");
    }

    private static void refused(List<Group> groups, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> ComparisonOptions.PUBLISHED.withGroups(groups))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Group 1", "Anfänger_2", "x-y", "-", "7"})
    void namesAreLettersDigitsSpacesAndTwoSigns(String name) {
        assertThat(Group.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a/b", "..", "a.b", "a,b", "a\nb", "a\\b"})
    void otherNamesAreRefused(String name) {
        assertThat(Group.isName(name)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Group(name, List.of("P01")))
                .withMessageContaining("\"" + name + "\"");
    }

    @Test
    void namesHaveAtMost64Characters() {
        assertThat(Group.isName("x".repeat(64))).isTrue();
        assertThat(Group.isName("x".repeat(65))).isFalse();
        assertThat(Group.NAME_RULE).contains(String.format(Locale.ROOT, "%d", Group.MAX_NAME));
    }
}
