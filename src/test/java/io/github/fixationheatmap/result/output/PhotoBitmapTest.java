package io.github.fixationheatmap.result.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.draw.render.TestImage;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.TimeCheck.OutOfTimeException;
import java.awt.image.BufferedImage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PhotoBitmapTest {

    private static final TestImage PHOTO = new TestImage(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB));

    @Test
    void thePhotoIsEncodedOnce() {
        AtomicInteger looks = new AtomicInteger();
        PhotoBitmap photo = new PhotoBitmap(PHOTO, looks::incrementAndGet);
        assertThat(photo.encoded()).startsWith(0xff, 0xd8, 0xff).isSameAs(photo.encoded());
        assertThat(looks).hasValue(1);
    }

    /** Encoding takes a tenth of a second and more, and looks at no clock. */
    @Test
    void thePhotoIsNotEncodedWhenTheTimeIsUp() {
        TimeCheck late = () -> {
            throw new OutOfTimeException("late");
        };
        assertThatThrownBy(() -> new PhotoBitmap(PHOTO, late).encoded()).isInstanceOf(OutOfTimeException.class);
    }
}
