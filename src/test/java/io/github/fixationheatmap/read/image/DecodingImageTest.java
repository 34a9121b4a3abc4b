package io.github.fixationheatmap.read.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.store.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DecodingImageTest {

    /** Remembers each row at the moment that it may be read. */
    private static final class Rows implements DecodingListener {
        private final List<byte[]> rows = new ArrayList<>();
        private @Nullable ImageRows photo;

        @Override
        public void begun(ImageRows photo) {
            this.photo = photo;
        }

        @Override
        public void arrived(int count) {
            while (rows.size() < count && photo != null) {
                rows.add(row(photo, rows.size()));
            }
        }
    }

    private static byte[] row(ImageRows photo, int y) {
        byte[] row = new byte[3 * photo.width()];
        photo.row(y, row);
        return row;
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline.jpg", "grey.jpg", "restart.jpg", "rgb.jpg", "subsampled.jpg", "orientation-2.jpg"})
    void aRowThatMayBeReadBeforeAllAreThereIsThatRow(String name) {
        Rows early = new Rows();
        ImageRows whole = ImagesTest.open(ImagesTest.bytes(name)).decodeHere(early);
        assertThat(early.rows).containsExactly(IntStream.range(0, whole.height()).mapToObj(y -> row(whole, y)).toArray(byte[][]::new));
    }

    /** Their rows come in passes, or from the bottom or the side. */
    @ParameterizedTest
    @ValueSource(strings = {"progressive.jpg", "cmyk.jpg", "rgb.png", "orientation-3.jpg", "orientation-4.jpg", "orientation-6.jpg"})
    void ofOthersNoneIsReadBeforeAllAreThere(String name) {
        Rows early = new Rows();
        ImagesTest.open(ImagesTest.bytes(name)).decodeHere(early);
        assertThat(early.rows).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline.jpg", "progressive.jpg", "orientation-2.jpg", "orientation-6.jpg", "palette.png"})
    void rowsAreWaitedForInAnyOrder(String name) {
        ReferenceImage image = ImagesTest.open(ImagesTest.bytes(name));
        ImageRows whole = image.decodeHere(DecodingListener.NONE);
        try (Tasks tasks = new Tasks(); DecodingImage photo = image.decode(tasks)) {
            assertThat(List.of(photo.width(), photo.height())).containsExactly(whole.width(), whole.height());
            IntStream.range(0, whole.height()).map(y -> whole.height() - 1 - y)
                    .forEach(y -> assertThat(row(photo, y)).isEqualTo(row(whole, y)));
            photo.finish();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline.jpg", "progressive.jpg"})
    void damageIsThrownWhereARowIsMissing(String name) {
        byte[] bytes = ImagesTest.bytes(name);
        ReferenceImage image = ImagesTest.open(Arrays.copyOf(bytes, bytes.length / 2));
        try (Tasks tasks = new Tasks(); DecodingImage photo = image.decode(tasks)) {
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> row(photo, photo.height() - 1));
            assertThatExceptionOfType(ProblemException.class).isThrownBy(photo::finish);
        }
    }

    @Test
    void aListenerEndsTheDecoding() {
        List<Integer> told = new ArrayList<>();
        DecodingListener impatient = new DecodingListener() {
            @Override
            public void begun(ImageRows photo) {}

            @Override
            public void arrived(int rows) {
                told.add(rows);
                throw new CancellationException("enough");
            }
        };
        ReferenceImage image = ImagesTest.open(ImagesTest.bytes("baseline.jpg"));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> image.decodeHere(impatient));
        assertThat(told).containsExactly(1);
    }
}
