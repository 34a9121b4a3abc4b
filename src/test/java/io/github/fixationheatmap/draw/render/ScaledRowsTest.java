package io.github.fixationheatmap.draw.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.model.TimeCheck.OutOfTimeException;
import io.github.fixationheatmap.model.TimeCheck;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Images made smaller, against the mean of each area in doubles. */
class ScaledRowsTest {

    @Property(tries = 60)
    void eachPixelIsTheMeanOfItsArea(@ForAll long seed, @ForAll @IntRange(min = 1, max = 70) int width,
            @ForAll @IntRange(min = 1, max = 70) int height, @ForAll @IntRange(min = 1, max = 70) int longerSide) {
        TestImage image = TestImage.noise(width, height, seed);
        ImageRows scaled = ScaledRows.of(image, longerSide, TimeCheck.NONE);
        assertThat(Math.max(scaled.width(), scaled.height())).isEqualTo(Math.min(longerSide, Math.max(width, height)));
        byte[] rgb = new byte[3 * scaled.width()];
        for (int y = 0; y < scaled.height(); y++) {
            scaled.row(y, rgb);
            for (int i = 0; i < rgb.length; i++) {
                double mean = mean(image, (double) width / scaled.width(), i / 3, (double) height / scaled.height(), y, 16 - 8 * (i % 3));
                assertThat((double) (rgb[i] & 255)).isCloseTo(mean, within(0.501));
            }
        }
    }

    private static double mean(TestImage image, double stepX, int column, double stepY, int row, int shift) {
        double sum = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                double area = overlap(x, column * stepX, (column + 1) * stepX) * overlap(y, row * stepY, (row + 1) * stepY);
                sum += area * (image.image().getRGB(x, y) >> shift & 255);
            }
        }
        return sum / (stepX * stepY);
    }

    private static double overlap(int pixel, double from, double to) {
        return Math.max(0, Math.min(pixel + 1, to) - Math.max(pixel, from));
    }

    @Test
    void anImageThatIsSmallEnoughIsNotCopied() {
        TestImage image = TestImage.noise(20, 10, 1);
        assertThat(ScaledRows.of(image, 20, TimeCheck.NONE)).isSameAs(image);
        assertThat(ScaledRows.of(TestImage.noise(3000, 1, 1), 2000, TimeCheck.NONE).height()).isEqualTo(1);
    }

    @Test
    void endsWhenTheTimeIsUp() {
        assertThatThrownBy(() -> ScaledRows.of(TestImage.noise(40, 40, 1), 20, () -> {
            throw new OutOfTimeException("now");
        })).isInstanceOf(OutOfTimeException.class);
    }
}
