package io.github.fixationheatmap.result.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.draw.render.TestImage;
import io.github.fixationheatmap.model.TimeCheck.OutOfTimeException;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.store.Tasks;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoBitmapTest {

    private static final TestImage PHOTO = new TestImage(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB));

    @Test
    void thePhotoIsEncodedOnce() {
        AtomicInteger looks = new AtomicInteger();
        PhotoBitmap photo = PhotoBitmap.of(PHOTO, 2_000, looks::incrementAndGet);
        assertThat(photo.encoded()).startsWith(0xff, 0xd8, 0xff).isSameAs(photo.encoded());
        assertThat(looks).hasValue(1);
    }

    /** A figure's SVG and the report embed the same JPEG. */
    @ParameterizedTest
    @CsvSource({"3000, 1600", "2001, 1600", "2000, 2000", "1500, 1500"})
    void aPhotoThatIsMadeSmallerAnywayIsEncodedAtTheReportsSize(int width, int encodedWidth) throws IOException {
        PhotoBitmap photo = PhotoBitmap.of(TestImage.noise(width, 20, 1), 2_000, TimeCheck.NONE);
        assertThat(photo.width()).isEqualTo(Math.min(width, 2_000));
        assertThat(width(photo)).isEqualTo(encodedWidth);
        PhotoBitmap inReport = photo.within(PhotoBitmap.JPEG_SIDE, 1 << 20);
        assertThat(width(inReport)).isEqualTo(Math.min(encodedWidth, 1_600));
        assertThat(inReport == photo).isEqualTo(encodedWidth <= 1_600);
    }

    @Test
    void aPhotoOfTooManyBytesIsEncodedWithLowerQualityThenAtHalfTheSize() throws IOException {
        PhotoBitmap photo = PhotoBitmap.of(TestImage.noise(300, 200, 1), 2_000, TimeCheck.NONE);
        PhotoBitmap lower = photo.within(300, photo.encoded().length - 1);
        assertThat(lower.encoded()).hasSizeLessThan(photo.encoded().length);
        assertThat(width(lower)).isEqualTo(300);
        assertThat(width(photo.within(300, photo.encoded().length / 5))).isEqualTo(150);
    }

    private static int width(PhotoBitmap photo) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(photo.encoded())).getWidth();
    }

    /** A stuck worker must not stop the figures of later runs. */
    @Test
    void thePhotoIsEncodedByItsReaderWhereAllWorkersAreBusy() throws InterruptedException {
        int workers = ForkJoinPool.commonPool().getParallelism();
        Semaphore begun = new Semaphore(0);
        Semaphore end = new Semaphore(0);
        for (int i = 0; i < workers; i++) {
            ForkJoinPool.commonPool().execute(() -> {
                begun.release();
                end.acquireUninterruptibly();
            });
        }
        begun.acquire(workers);
        try (Tasks reader = new Tasks()) {
            CompletableFuture<byte[]> jpeg = reader.submit(() -> PhotoBitmap.of(PHOTO, 2_000, TimeCheck.NONE).encoded());
            boolean done = jpeg.completeOnTimeout(new byte[0], 30, TimeUnit.SECONDS).join().length > 0;
            end.release(workers);
            assertThat(done).isTrue();
        }
    }

    /** Encoding takes a tenth of a second and more, and looks at no clock. */
    @Test
    void thePhotoIsNotEncodedWhenTheTimeIsUp() {
        TimeCheck late = () -> {
            throw new OutOfTimeException("late");
        };
        assertThatThrownBy(() -> PhotoBitmap.of(PHOTO, 2_000, late).encoded())
                .isInstanceOf(OutOfTimeException.class).hasMessage("late");
    }
}
