package io.github.fixationheatmap.read.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.TimeCheck.OutOfTimeException;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.read.image.ReferenceImage.RowListener;
import io.github.fixationheatmap.store.Tasks;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DecodingImageTest {

    /** Copies each row as soon as it can be read. */
    private static final class Rows implements RowListener {
        private final List<byte[]> rows = new ArrayList<>();
        private @Nullable ImageRows image;

        @Override
        public void started(ImageRows partial) {
            image = partial;
        }

        @Override
        public void rowsDecoded(int count) {
            while (rows.size() < count && image != null) {
                rows.add(row(image, rows.size()));
            }
        }
    }

    private static byte[] row(ImageRows image, int y) {
        byte[] row = new byte[3 * image.width()];
        image.row(y, row);
        return row;
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline.jpg", "grey.jpg", "restart.jpg", "rgb.jpg", "subsampled.jpg", "orientation-2.jpg"})
    void earlyRowsEqualTheFinalRows(String name) {
        Rows early = new Rows();
        ImageRows whole = ImagesTest.open(ImagesTest.bytes(name)).decodeFully(early);
        assertThat(early.rows).containsExactly(IntStream.range(0, whole.height()).mapToObj(y -> row(whole, y)).toArray(byte[][]::new));
    }

    /** Their rows are decoded in passes, or from the bottom or the side. */
    @ParameterizedTest
    @ValueSource(strings = {"progressive.jpg", "cmyk.jpg", "rgb.png", "orientation-3.jpg", "orientation-4.jpg", "orientation-6.jpg"})
    void otherKindsHaveNoEarlyRows(String name) {
        Rows early = new Rows();
        ImagesTest.open(ImagesTest.bytes(name)).decodeFully(early);
        assertThat(early.rows).isEmpty();
    }

    /** ImageIO's streams have finalizers, which would keep what they refer to until after the next collection. */
    @ParameterizedTest
    @ValueSource(strings = {"baseline.jpg", "progressive.jpg", "rgb.png"})
    void aDecodedImageIsFreedByTheFirstCollection(String name) throws InterruptedException {
        ReferenceQueue<Object> freed = new ReferenceQueue<>();
        PhantomReference<Object> listener = decodeAndForget(name, freed);
        System.gc();
        assertThat(freed.remove(10_000)).isSameAs(listener);
    }

    private static PhantomReference<Object> decodeAndForget(String name, ReferenceQueue<Object> freed) {
        Rows listener = new Rows();
        ImagesTest.open(ImagesTest.bytes(name)).decodeFully(listener);
        return new PhantomReference<>(listener, freed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline.jpg", "progressive.jpg", "orientation-2.jpg", "orientation-6.jpg", "palette.png"})
    void rowsCanBeReadInAnyOrder(String name) {
        ReferenceImage image = ImagesTest.open(ImagesTest.bytes(name));
        ImageRows whole = ImagesTest.decoded(image);
        try (Tasks tasks = new Tasks(); DecodingImage decoding = image.decode(tasks, TimeCheck.NONE)) {
            assertThat(List.of(decoding.width(), decoding.height())).containsExactly(whole.width(), whole.height());
            IntStream.range(0, whole.height()).map(y -> whole.height() - 1 - y)
                    .forEach(y -> assertThat(row(decoding, y)).isEqualTo(row(whole, y)));
            decoding.finish();
        }
    }

    @Test
    void damageIsThrownWhenAMissingRowIsRead() {
        byte[] bytes = ImagesTest.bytes("baseline.jpg");
        ReferenceImage image = ImagesTest.open(Arrays.copyOf(bytes, bytes.length / 2));
        try (Tasks tasks = new Tasks(); DecodingImage decoding = image.decode(tasks, TimeCheck.NONE)) {
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> row(decoding, decoding.height() - 1));
            assertThatExceptionOfType(ProblemException.class).isThrownBy(decoding::finish);
        }
    }

    /** As when a run fails while all tasks wait for the store. A worker may wait for rows then. */
    @Test
    void aDecodingThatNeverBeginsEndsWhenItsTasksAreClosed() {
        CompletableFuture<Boolean> busy = new CompletableFuture<>();
        try (Tasks tasks = new Tasks()) {
            for (int i = 0; i < 20; i++) {
                CompletableFuture<Boolean> unused = tasks.submit(busy::join);
            }
            DecodingImage decoding = ImagesTest.open(ImagesTest.bytes("baseline.jpg")).decode(tasks, TimeCheck.NONE);
            CompletableFuture<byte[]> waiting = CompletableFuture.supplyAsync(() -> row(decoding, 0), Thread.ofPlatform().daemon()::start);
            Thread.ofPlatform().start(tasks::close);
            Throwable end = waiting.handle((row, failure) -> failure).completeOnTimeout(null, 30, TimeUnit.SECONDS).join();
            busy.complete(true);
            assertThat(end).hasRootCauseInstanceOf(CancellationException.class);
        }
    }

    /** Its coefficients take memory that the rest of the run may need: it is decoded before anything else is done. */
    @Test
    void aProgressiveImageIsDecodedBeforeAnythingElse() {
        byte[] bytes = ImagesTest.bytes("progressive.jpg");
        ReferenceImage image = ImagesTest.open(Arrays.copyOf(bytes, bytes.length / 2));
        try (Tasks tasks = new Tasks()) {
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> image.decode(tasks, TimeCheck.NONE));
        }
    }

    /** The time is no matter of the file: it must not be reported as damaged. */
    @ParameterizedTest
    @ValueSource(strings = {"baseline.jpg", "progressive.jpg", "cmyk.jpg", "rgb.png"})
    void decodingEndsWhenTheTimeIsUp(String name) {
        AtomicInteger looks = new AtomicInteger();
        ReferenceImage image = ImagesTest.open(ImagesTest.bytes(name));
        for (int i = 0;; i++) {
            int enough = i;
            looks.set(0);
            TimeCheck time = () -> {
                if (looks.incrementAndGet() > enough) {
                    throw new OutOfTimeException("late");
                }
            };
            try (Tasks tasks = new Tasks(); DecodingImage decoding = image.decode(tasks, time)) {
                decoding.finish();
                assertThat(looks.get()).isGreaterThan(1).isEqualTo(enough);
                return;
            } catch (OutOfTimeException stopped) {
                assertThat(looks.get()).isEqualTo(enough + 1);
            }
        }
    }

    @Test
    void anExceptionOfTheListenerEndsTheDecoding() {
        List<Integer> counts = new ArrayList<>();
        RowListener cancelling = new RowListener() {
            @Override
            public void started(ImageRows partial) {}

            @Override
            public void rowsDecoded(int rows) {
                counts.add(rows);
                throw new CancellationException("enough");
            }
        };
        ReferenceImage image = ImagesTest.open(ImagesTest.bytes("baseline.jpg"));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> image.decodeFully(cancelling));
        assertThat(counts).containsExactly(1);
    }
}
