package io.github.fixationheatmap.draw.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.analysis.grid.GoldenCase;
import io.github.fixationheatmap.analysis.grid.ScalarField;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Agreement with images made with numpy and OpenCV. */
class GoldenImageTest {
    @ParameterizedTest
    @MethodSource("io.github.fixationheatmap.analysis.grid.GoldenCase#all")
    void theOverlayIsWithinOnePaletteStep(GoldenCase golden) throws IOException {
        ScalarField field = golden.field();
        TestImage image = new TestImage(golden.image("reference_image.png"));
        BufferedImage expected = golden.image("overlay.png");
        BufferedImage overlay = ImageIO.read(Renderer.render(field, image, ColourScale.PUBLISHED).overlay().open());
        float[] values = new float[field.width()];
        int equal = 0;
        for (int y = 0; y < field.height(); y++) {
            field.row(y, values);
            for (int x = 0; x < values.length; x++) {
                int pixel = overlay.getRGB(x, y) & 0xffffff;
                equal += pixel == (expected.getRGB(x, y) & 0xffffff) ? 1 : 0;
                assertWithinOneStep(pixel, image.image().getRGB(x, y), values[x]);
                assertWithinOneStep(expected.getRGB(x, y), image.image().getRGB(x, y), values[x]);
            }
        }
        assertThat((double) equal / (field.width() * field.height())).isGreaterThan(0.9999);
    }

    /** Each channel lies between the minimum and maximum of the neighbouring entries' results, with a tolerance for rounding. */
    private static void assertWithinOneStep(int pixel, int reference, double value) {
        int index = (int) Math.round(255 * value);
        double alpha = Math.min(value, 0.8);
        for (int shift = 0; shift <= 16; shift += 8) {
            double least = 255;
            double most = 0;
            for (int i = Math.max(0, index - 1); i <= Math.min(255, index + 1); i++) {
                double mixed = (reference >> shift & 255) * (1 - alpha) + (Turbo.rgb(i) >> shift & 255) * alpha;
                least = Math.min(least, mixed);
                most = Math.max(most, mixed);
            }
            assertThat((double) (pixel >> shift & 255)).isBetween(least - 1, most + 1);
        }
    }
}
