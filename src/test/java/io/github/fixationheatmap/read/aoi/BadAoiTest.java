package io.github.fixationheatmap.read.aoi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadAoiTest {

    static List<BadAoi> files() {
        return BadAoi.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedWithLocationAndValue(BadAoi bad) {
        Problem problem = catchThrowableOfType(ProblemException.class, () -> TestFile.read(bad.file())).problem();
        assertThat(problem.detail()).isEqualTo(bad.detail());
        assertThat(problem.type().uri()).isEqualTo("urn:fixation-heatmap:problem:" + bad.problem());
    }
}
