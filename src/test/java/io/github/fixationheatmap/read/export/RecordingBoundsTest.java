package io.github.fixationheatmap.read.export;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.ByteStore;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.Limits;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The limit on recordings holds for every file that lists them, because all are held in memory. */
class RecordingBoundsTest {

    private static Arguments file(String name, String header, String row, Consumer<InputFile> reader) {
        return Arguments.of(name, header, row, reader);
    }

    static Stream<Arguments> files() {
        return Stream.of(
                file("sections.csv", "section id,recording id,recording name,section start time [ns]", "s%1$d,r%1$d,n,1",
                        file -> SectionReader.read(file, Set.of())),
                file("recordings.csv", "recording id,start timestamp [ns]", "r%d,1",
                        file -> TimeOrigins.starts(Optional.empty(), Optional.of(file))),
                file("events.csv", "recording id,timestamp [ns],name", "r%d,1,recording.begin",
                        file -> TimeOrigins.starts(Optional.of(file), Optional.empty())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void refusesOneTooMany(String name, String header, String row, Consumer<InputFile> reader) {
        reader.accept(of(name, header, row, Limits.MAX_RECORDINGS));
        assertThatThrownBy(() -> reader.accept(of(name, header, row, Limits.MAX_RECORDINGS + 1)))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().type()).isEqualTo(ProblemType.TOO_LARGE))
                .hasMessageEndingWith("expected at most 10000 recordings")
                .hasMessageContaining("line 10002");
    }

    private static InputFile of(String name, String header, String row, int recordings) {
        byte[] bytes = IntStream.range(0, recordings).mapToObj(i -> String.format(row, i))
                .collect(Collectors.joining("\n", header + "\n", "\n")).getBytes(US_ASCII);
        ByteStore store = new ByteStore("inbox/k/" + name, bytes, 0, new byte[0]);
        return new InputFile.StoredFile(store, store.object);
    }
}
