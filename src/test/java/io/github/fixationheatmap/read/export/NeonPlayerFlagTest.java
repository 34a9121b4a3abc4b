package io.github.fixationheatmap.read.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Fixation.Mapping;
import io.github.fixationheatmap.model.Fixation.Point;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.read.MemoryFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Neon Player wrote the mapping flag as a fraction of gaze samples up to version 6.0.7, and has written a boolean since. */
class NeonPlayerFlagTest {

    private static final String COLUMNS = "fixation id,start timestamp [ns],end timestamp [ns],duration [ms],"
            + "fixation detected on surface,fixation x [normalized],fixation y [normalized]\n";

    private static Fixation read(String csv) {
        byte[] bytes = csv.getBytes(UTF_8);
        List<Fixation> fixations = new ArrayList<>();
        try (FixationReader reader = FixationReader.open(new MemoryFile("fixations_on_surface_door.csv", bytes))) {
            reader.forEach(fixations::add);
        }
        assertThat(fixations).hasSize(1);
        return fixations.getFirst();
    }

    @ParameterizedTest
    @CsvSource({"1.0, INSIDE", "0.37, INSIDE", "1, INSIDE", "5e-2, INSIDE", "0.0, NOT_MAPPED", "0, NOT_MAPPED",
        "True, INSIDE", "true, INSIDE", "False, NOT_MAPPED"})
    void fractionsAndBooleansAreRead(String flag, Mapping expected) {
        Fixation fixation = read(COLUMNS + "7,1636035502384515914,1636035502552495914,167," + flag + ",0.25,0.5\n");
        assertThat(fixation.mapping()).isEqualTo(expected);
        assertThat(fixation.position()).as("its coordinates decide whether it counts").isEqualTo(new Point(0.25, 0.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.01", "-0.1", "nan", "yes", "Not mapped"})
    void anythingElseIsRefused(String flag) {
        assertThatThrownBy(() -> read(COLUMNS + "7,1,2,3," + flag + ",0.25,0.5\n")).isInstanceOf(ProblemException.class)
                .hasMessageContaining("expected true or false, or a fraction from 0 to 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "0.37", "0.0"})
    void aMarkerMapperWritesNoFractions(String flag) {
        assertThatThrownBy(() -> read("section id,recording id," + COLUMNS + "s,r,7,1,2,3," + flag + ",0.25,0.5\n"))
                .isInstanceOf(ProblemException.class).hasMessageEndingWith("expected true or false");
    }
}
