package io.github.fixationheatmap.read.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.ByteStore;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.Limits;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A JPEG that consists of a header only, cut at any length, is refused as a damaged image. */
class CutHeaderTest {

    /** A frame of 16 x 16 px in three samples, and a scan without any. */
    private static final String HEADER = "FFD8" + "FFC00011080010001003011100021100031100" + "FFDA0002";

    static Stream<byte[]> cut() {
        byte[] whole = HexFormat.of().parseHex(HEADER);
        return IntStream.rangeClosed(0, whole.length).mapToObj(length -> Arrays.copyOf(whole, length));
    }

    @ParameterizedTest
    @MethodSource("cut")
    void isDamaged(byte[] bytes) {
        ByteStore store = new ByteStore("inbox/k/reference_image.jpeg", bytes, 0, new byte[0]);
        assertThatThrownBy(() -> ImagesTest.decoded(
                ReferenceImage.open(new InputFile.StoredFile(store, store.object), new Limits(1_000_000), TimeCheck.NONE)))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().type()).isEqualTo(ProblemType.BAD_PICTURE));
    }
}
