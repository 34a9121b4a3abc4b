package io.github.fixationheatmap.result.output;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.ProblemException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupChecksTest {

    private static final Location PLACE = new Location.WholeFile("groups.csv");

    private static void check(int groups, int width, int height) {
        List<String> names = IntStream.range(0, groups).mapToObj(i -> "g" + i).toList();
        Outputs.checkGroups(names, new Grid(width, height, 300, 225), PLACE, new ResultKeys("k/"));
    }

    /** Eight groups have 28 differences: 36 pictures. */
    @Test
    void picturesThatAreTooManyForTheMemoryAreRefused() {
        assertThatCode(() -> check(8, 1_000, 11_111)).doesNotThrowAnyException();
        assertThatCode(() -> check(2, 10_000, 10_000)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(8, 1_000, 11_112)).isInstanceOf(ProblemException.class)
                .hasMessageContaining("groups.csv", "8 groups, whose pictures and differences have 400032000 px",
                        "so few groups, or so small a reference image, that there are at most 400000000 px");
    }
}
