package io.github.fixationheatmap.draw.png;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.analysis.grid.ScalarField;
import io.github.fixationheatmap.draw.render.ColourScale;
import io.github.fixationheatmap.draw.render.Renderer;
import io.github.fixationheatmap.draw.render.Renderer.HeatmapImages;
import io.github.fixationheatmap.draw.render.TestImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Writes images of many sizes to {@code target/pngs}, each with ImageIO's result as a PPM file (colours) and a PGM file (alpha). The
 * script {@code src/test/sh/pngs} compares them with the results of libpng, OpenCV and pngcheck.
 */
class PngFilesTest {
    private static final Path FOLDER = Path.of("target", "pngs");

    @Property(tries = 100)
    @net.jqwik.api.Tag("slow")
    void ofManySizes(@ForAll @IntRange(min = 1, max = 400) int width, @ForAll @IntRange(min = 1, max = 400) int height) {
        write(width, height);
    }

    @Test
    @Tag("slow")
    void ofExtremeShapes() {
        write(1, 1);
        write(70_001, 1);
        write(1, 70_001);
        write(2000, 1500);
    }

    private static void write(int width, int height) {
        Random random = new Random(31L * width + height);
        Histogram histogram = new Histogram(Grid.of(width, height));
        for (int i = random.nextInt(30); i > 0; i--) {
            histogram.add(random.nextDouble() * width, random.nextDouble() * height, 1);
        }
        TestImage image = random.nextBoolean() ? TestImage.noise(width, height, width)
                : new TestImage(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
        HeatmapImages images = Renderer.render(ScalarField.of(histogram, GaussianBlur.ofScale(3)), image, ColourScale.PUBLISHED);
        write(width + "x" + height + "-heatmap", images.heatmap(), width, height);
        write(width + "x" + height + "-overlay", images.overlay(), width, height);
    }

    private static void write(String name, Png png, int width, int height) {
        try {
            BufferedImage image = ImageIO.read(png.open());
            assertThat(new int[] {image.getWidth(), image.getHeight()}).containsExactly(width, height);
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(name + ".png"), png.open().readAllBytes());
            Files.write(FOLDER.resolve(name + ".ppm"), netpbm("P6", image, 16, 8, 0));
            Files.write(FOLDER.resolve(name + ".pgm"), netpbm("P5", image, 24));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] netpbm(String type, BufferedImage image, int... shifts) {
        byte[] header = (type + "\n" + image.getWidth() + " " + image.getHeight() + "\n255\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(header.length + image.getWidth() * image.getHeight() * shifts.length).put(header);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                for (int shift : shifts) {
                    file.put((byte) (image.getRGB(x, y) >> shift));
                }
            }
        }
        return file.array();
    }
}
