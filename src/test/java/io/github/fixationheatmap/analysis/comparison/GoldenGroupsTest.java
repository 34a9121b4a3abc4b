package io.github.fixationheatmap.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.analysis.comparison.GroupComparison.PermutationTest;
import io.github.fixationheatmap.analysis.comparison.GroupComparison.Sampling;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.ComparisonOptions.Correction;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers of two studies agree with those of numpy, OpenCV and scipy: within 1e-6, and p and counts exactly. */
@Tag("slow")
class GoldenGroupsTest {

    private static final Percentage MILLIONTH = withinPercentage(1e-4);

    @ParameterizedTest
    @MethodSource("io.github.fixationheatmap.analysis.comparison.GoldenGroups#all")
    void meansAndSimilarityAgree(GoldenGroups golden) {
        GroupMaps maps = GroupMaps.of(golden.groups(), golden.maps());
        assertClose(maps.mean("a"), golden.array("mean_a"));
        assertClose(maps.mean("b"), golden.array("mean_b"));
        MapSimilarity similarity = MapSimilarity.of(maps.mean("a"), maps.mean("b"));
        assertThat(similarity.cc()).isCloseTo(golden.expected().get("cc").asDouble(), MILLIONTH);
        assertThat(similarity.sim()).isCloseTo(golden.expected().get("sim").asDouble(), MILLIONTH);
        assertThat(similarity.klFirstToSecond()).isCloseTo(golden.expected().get("kl a->b").asDouble(), MILLIONTH);
        assertThat(similarity.klSecondToFirst()).isCloseTo(golden.expected().get("kl b->a").asDouble(), MILLIONTH);
    }

    @ParameterizedTest
    @EnumSource
    void testsAgree(Correction correction) {
        GoldenGroups.all().forEach(golden -> {
            GroupComparison comparison = GroupStudy.of(golden.groups(), golden.maps(), golden.options(correction), TimeCheck.NONE)
                    .comparisons().getFirst();
            PermutationTest test = comparison.test();
            JsonNode expected = golden.expected().get(correction.id());
            assertThat(comparison.firstSize()).isEqualTo(golden.expected().get("n").get("a").asInt());
            assertThat(comparison.secondSize()).isEqualTo(golden.expected().get("n").get("b").asInt());
            assertThat(test.relabelings()).isEqualTo(expected.get("relabelings").asInt());
            assertThat(test.sampling() == Sampling.ALL).isEqualTo(expected.get("exact").asBoolean());
            assertThat(test.largestStatistic()).isCloseTo(expected.get("max statistic").asDouble(), MILLIONTH);
            assertThat(test.smallestP()).isEqualTo(expected.get("min p").asDouble());
            assertThat(test.binsTested()).isEqualTo(expected.get("bins tested").asInt());
            assertThat(test.binsFound()).isEqualTo(expected.get("bins with p <= 0.05").asInt());
            assertClose(test.statistic(), golden.array(correction.id() + "_statistic"));
            // The files have nine digits: a step of p is a thousandth.
            assertClose(test.p(), golden.array(correction.id() + "_p"));
        });
    }

    @ParameterizedTest
    @MethodSource("io.github.fixationheatmap.analysis.comparison.GoldenGroups#all")
    void stabilityAgrees(GoldenGroups golden) {
        Stability stability = Stability.of(golden.maps(), TimeCheck.NONE);
        JsonNode expected = golden.expected().get("stability");
        assertThat(stability.curve()).hasSize(expected.get("curve").size());
        for (JsonNode point : expected.get("curve")) {
            Stability.Point actual = stability.curve().get(point.get("n").asInt() - 1);
            assertThat(actual.n()).isEqualTo(point.get("n").asInt());
            assertThat(actual.mean()).isCloseTo(point.get("mean").asDouble(), MILLIONTH);
            assertThat(actual.low()).isCloseTo(point.get("low").asDouble(), MILLIONTH);
            assertThat(actual.high()).isCloseTo(point.get("high").asDouble(), MILLIONTH);
        }
        assertThat(stability.splitHalf()).isCloseTo(expected.get("split half").asDouble(), MILLIONTH);
        assertThat(stability.reliability()).isCloseTo(expected.get("reliability").asDouble(), MILLIONTH);
        assertThat(stability.needed()).hasValue(expected.get("needed for 0.9").asLong());
        assertThat(HotSpots.confidence(golden.maps(), TimeCheck.NONE)).isDeepEqualTo(golden.array("hotspot_confidence"));
    }

    private static void assertClose(double[][] actual, double[][] expected) {
        assertThat(actual).hasNumberOfRows(expected.length);
        for (int y = 0; y < expected.length; y++) {
            for (int x = 0; x < expected[y].length; x++) {
                if (Double.isNaN(expected[y][x])) {
                    assertThat(actual[y][x]).isNaN();
                } else {
                    assertThat(actual[y][x]).isCloseTo(expected[y][x], MILLIONTH);
                }
            }
        }
    }
}
