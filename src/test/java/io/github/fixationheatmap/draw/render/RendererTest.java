package io.github.fixationheatmap.draw.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.analysis.grid.ScalarField;
import io.github.fixationheatmap.draw.png.Png;
import io.github.fixationheatmap.model.Digests;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RendererTest {
    /** Pictures decoded again and compared, pixel by pixel, with the formula in plain arithmetic. */
    @Property(tries = 40)
    void picturesAreWhatTheFormulaSays(@ForAll long seed, @ForAll @IntRange(min = 1, max = 90) int width,
            @ForAll @IntRange(min = 1, max = 90) int height) throws IOException {
        assertMeaning(field(width, height, seed), TestImage.noise(width, height, seed));
    }

    /** More than one band, the last one shorter. */
    @Test
    void bandsJoinWithoutASeam() throws IOException {
        assertMeaning(field(1501, 203, 7), TestImage.noise(1501, 203, 7));
    }

    @Test
    void onePixelAcross() throws IOException {
        assertMeaning(field(70_001, 1, 1), TestImage.noise(70_001, 1, 1));
        assertMeaning(field(1, 70_001, 1), TestImage.noise(1, 70_001, 1));
    }

    @Test
    void withoutAnyFixationTheOverlayIsThePhoto() throws IOException {
        TestImage photo = TestImage.noise(320, 200, 3);
        HeatmapImages pictures = Renderer.render(ScalarField.of(new Histogram(Grid.of(320, 200)), GaussianBlur.ofScale(3)), photo);
        BufferedImage overlay = ImageIO.read(pictures.overlay().open());
        BufferedImage heatmap = ImageIO.read(pictures.heatmap().open());
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 320; x++) {
                assertThat(overlay.getRGB(x, y)).isEqualTo(photo.image().getRGB(x, y));
                assertThat(heatmap.getRGB(x, y) >>> 24).isZero();
            }
        }
    }

    @Test
    void theBytesDoNotDependOnTheNumberOfProcessors() {
        ScalarField field = field(1200, 900, 5);
        TestImage photo = TestImage.noise(1200, 900, 5);
        HeatmapImages first = Renderer.render(field, photo);
        for (int threads : new int[] {1, 7}) {
            try (ForkJoinPool pool = new ForkJoinPool(threads)) {
                HeatmapImages again = pool.submit(() -> Renderer.render(field, photo)).join();
                assertThat(again.overlay().toByteArray()).isEqualTo(first.overlay().toByteArray());
                assertThat(again.heatmap().toByteArray()).isEqualTo(first.heatmap().toByteArray());
            }
        }
    }

    @Test
    void theFileIsAsLongAsItSaysHoweverItIsRead() throws IOException {
        Png overlay = Renderer.render(field(640, 480, 5), TestImage.noise(640, 480, 5)).overlay();
        assertThat(overlay.open().readAllBytes()).isEqualTo(overlay.toByteArray()).hasSize((int) overlay.length());
        byte[] sha256 = Digests.sha256().digest(overlay.toByteArray());
        assertThat(overlay.sha256()).isEqualTo(HexFormat.of().formatHex(sha256));
    }

    @Test
    void aPhotoOfAnotherSizeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Renderer.render(field(20, 10, 1), TestImage.noise(10, 20, 1)));
    }

    private static void assertMeaning(ScalarField field, TestImage photo) throws IOException {
        HeatmapImages pictures = Renderer.render(field, photo);
        BufferedImage heatmap = ImageIO.read(pictures.heatmap().open());
        BufferedImage overlay = ImageIO.read(pictures.overlay().open());
        float[] values = new float[field.width()];
        for (int y = 0; y < field.height(); y++) {
            field.row(y, values);
            for (int x = 0; x < values.length; x++) {
                int index = heatmap.getRaster().getSample(x, y, 0);
                // Half a step, and what fixed point adds.
                assertThat(Math.abs(255.0 * values[x] - index)).isLessThan(0.5001);
                assertThat(heatmap.getRGB(x, y)).isEqualTo(Math.min(index, 204) << 24 | Turbo.rgb(index));
                double alpha = Math.min(values[x], 0.8);
                for (int shift = 0; shift <= 16; shift += 8) {
                    double mixed = (photo.image().getRGB(x, y) >> shift & 255) * (1 - alpha) + (Turbo.rgb(index) >> shift & 255) * alpha;
                    double error = Math.abs((overlay.getRGB(x, y) >> shift & 255) - mixed);
                    // Half a level, and what fixed point adds.
                    assertThat(error).isLessThan(0.5002);
                }
            }
        }
    }

    private static ScalarField field(int width, int height, long seed) {
        Random random = new Random(seed);
        Histogram histogram = new Histogram(Grid.of(width, height));
        for (int i = 0; i < 20; i++) {
            histogram.add(random.nextDouble() * width, random.nextDouble() * height, 1 + random.nextInt(500));
        }
        return ScalarField.of(histogram, GaussianBlur.ofScale(3));
    }
}
