package io.github.fixationheatmap.draw.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.analysis.grid.ScalarField;
import io.github.fixationheatmap.draw.png.Png;
import io.github.fixationheatmap.draw.render.Renderer.HeatmapImages;
import io.github.fixationheatmap.model.Digests;
import io.github.fixationheatmap.options.Colormap;
import io.github.fixationheatmap.options.FigureOptions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RendererTest {
    /** Decoded images are compared, pixel by pixel, with the formula in doubles. */
    @Property(tries = 40)
    void imagesEqualTheFormula(@ForAll long seed, @ForAll @IntRange(min = 1, max = 90) int width,
            @ForAll @IntRange(min = 1, max = 90) int height) throws IOException {
        assertEqualsFormula(field(width, height, seed), TestImage.noise(width, height, seed));
    }

    @Property(tries = 40)
    void imagesFollowColoursOpacityAndThreshold(@ForAll long seed, @ForAll Colormap map,
            @ForAll @DoubleRange(min = 0.05, max = 1) double opacity, @ForAll @DoubleRange(min = 0, max = 0.95) double threshold)
            throws IOException {
        ColourScale scale = ColourScale.of(
                FigureOptions.PUBLISHED.withColormap(map).withOpacity(opacity).withThreshold(threshold));
        assertEqualsFormula(field(70, 50, seed), TestImage.noise(70, 50, seed), scale);
    }

    /** More than one strip, the last one shorter. */
    @Test
    void stripsJoinWithoutASeam() throws IOException {
        assertEqualsFormula(field(1501, 203, 7), TestImage.noise(1501, 203, 7));
    }

    @Test
    void onePixelAcross() throws IOException {
        assertEqualsFormula(field(70_001, 1, 1), TestImage.noise(70_001, 1, 1));
        assertEqualsFormula(field(1, 70_001, 1), TestImage.noise(1, 70_001, 1));
    }

    @Test
    void withoutAnyFixationTheOverlayIsTheReferenceImage() throws IOException {
        TestImage image = TestImage.noise(320, 200, 3);
        HeatmapImages images = Renderer.render(
                ScalarField.of(new Histogram(Grid.of(320, 200)), GaussianBlur.ofScale(3)), image, ColourScale.PUBLISHED);
        BufferedImage overlay = ImageIO.read(images.overlay().open());
        BufferedImage heatmap = ImageIO.read(images.heatmap().open());
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 320; x++) {
                assertThat(overlay.getRGB(x, y)).isEqualTo(image.image().getRGB(x, y));
                assertThat(heatmap.getRGB(x, y) >>> 24).isZero();
            }
        }
    }

    @Test
    @Tag("slow")
    void theBytesDoNotDependOnTheNumberOfProcessors() {
        ScalarField field = field(1200, 900, 5);
        TestImage image = TestImage.noise(1200, 900, 5);
        HeatmapImages first = Renderer.render(field, image, ColourScale.PUBLISHED);
        for (int threads : new int[] {1, 7}) {
            try (ForkJoinPool pool = new ForkJoinPool(threads)) {
                HeatmapImages again = pool.submit(() -> Renderer.render(field, image, ColourScale.PUBLISHED)).join();
                assertThat(again.overlay().open()).hasSameContentAs(first.overlay().open());
                assertThat(again.heatmap().open()).hasSameContentAs(first.heatmap().open());
            }
        }
    }

    @Test
    void theFileIsWhatItSaysHoweverOftenItIsRead() throws IOException {
        Png overlay = Renderer.render(field(640, 480, 5), TestImage.noise(640, 480, 5), ColourScale.PUBLISHED).overlay();
        assertThat(overlay.open().readAllBytes()).isEqualTo(overlay.open().readAllBytes()).hasSize((int) overlay.length());
        byte[] sha256 = Digests.sha256().digest(overlay.open().readAllBytes());
        assertThat(overlay.sha256()).isEqualTo(HexFormat.of().formatHex(sha256));
    }

    @Test
    void anImageOfAnotherSizeIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(
                () -> Renderer.render(field(20, 10, 1), TestImage.noise(10, 20, 1), ColourScale.PUBLISHED));
    }

    /** As {@code colormaps.csv} is published: index round(127.5 + 127.5 d), alpha min(|d|, opacity). */
    @Test
    void differencesHaveTheirOwnColoursAndAlpha() throws IOException {
        double[][] differences = new double[30][40];
        double[][] shares = new double[30][40];
        Random random = new Random(7);
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                differences[y][x] = y == 3 ? 0 : Math.sin(x / 4.0) * Math.cos(y / 5.0) * random.nextDouble(0.9, 1);
                shares[y][x] = (1 + differences[y][x]) / 2;
            }
        }
        Grid grid = new Grid(40, 30, 40, 30);
        TestImage image = TestImage.noise(40, 30, 9);
        ColourScale scale = ColourScale.ofDifferences(FigureOptions.PUBLISHED.withOpacity(0.6).withThreshold(0.5));
        int[] colours = scale.entries();
        assertThat(colours).startsWith(0x001261).endsWith(0x590008);
        HeatmapImages images = Renderer.render(ScalarField.ofShares(shares, grid), image, scale);
        BufferedImage heatmap = ImageIO.read(images.heatmap().open());
        BufferedImage overlay = ImageIO.read(images.overlay().open());
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                double d = differences[y][x];
                int index = heatmap.getRaster().getSample(x, y, 0);
                assertThat(Math.abs(127.5 + 127.5 * d - index)).isLessThan(0.501);
                double alpha = Math.min(Math.abs(d), 0.6);
                assertThat((heatmap.getRGB(x, y) >>> 24) / 255.0).isCloseTo(alpha, within(1.01 / 255));
                for (int shift = 0; shift <= 16; shift += 8) {
                    double mixed = (image.image().getRGB(x, y) >> shift & 255) * (1 - alpha) + (colours[index] >> shift & 255) * alpha;
                    assertThat(overlay.getRGB(x, y) >> shift & 255).isCloseTo((int) Math.round(mixed), within(1));
                }
            }
        }
    }

    @Test
    void outlinesLieOverTheOverlayAlone() throws IOException {
        Grid grid = new Grid(40, 30, 4, 3);
        boolean[] inside = new boolean[12];
        inside[5] = true;
        ScalarField nothing = ScalarField.of(new Histogram(grid), GaussianBlur.ofScale(3));
        TestImage image = TestImage.noise(40, 30, 9);
        BinOutlines outlines = new BinOutlines(grid, inside);
        HeatmapImages images = Renderer.render(nothing, image, ColourScale.PUBLISHED, outlines::row);
        BufferedImage overlay = ImageIO.read(images.overlay().open());
        StringBuilder dark = new StringBuilder();
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                int rgb = overlay.getRGB(x, y) & 0xffffff;
                boolean near = Math.abs(Math.max(Math.abs(x + 0.5 - 15), Math.abs(y + 0.5 - 15)) - 5) <= 1;
                assertThat(near || rgb == (image.image().getRGB(x, y) & 0xffffff)).as("%d, %d", x, y).isTrue();
                assertThat(!near || rgb == 0xffffff || rgb == 0x141414).as("%d, %d", x, y).isTrue();
                dark.append(rgb == 0x141414 ? '#' : '.');
            }
        }
        assertThat(dark.chars().filter(c -> c == '#').count()).isBetween(36L, 88L);
        BufferedImage heatmap = ImageIO.read(images.heatmap().open());
        assertThat(heatmap.getRGB(10, 10) >>> 24).isZero();
    }

    private static void assertEqualsFormula(ScalarField field, TestImage image) throws IOException {
        assertEqualsFormula(field, image, ColourScale.PUBLISHED);
    }

    private static void assertEqualsFormula(ScalarField field, TestImage image, ColourScale scale) throws IOException {
        int[] colours = scale.entries();
        HeatmapImages images = Renderer.render(field, image, scale);
        BufferedImage heatmap = ImageIO.read(images.heatmap().open());
        BufferedImage overlay = ImageIO.read(images.overlay().open());
        float[] values = new float[field.width()];
        for (int y = 0; y < field.height(); y++) {
            field.row(y, values);
            for (int x = 0; x < values.length; x++) {
                int index = heatmap.getRaster().getSample(x, y, 0);
                float value = values[x] < scale.threshold() ? 0 : values[x];
                // Half a step, and a tolerance for rounding errors.
                assertThat(Math.abs(255.0 * value - index)).isLessThan(0.5001);
                assertThat(heatmap.getRGB(x, y)).isEqualTo(Math.min(index, Math.round(255 * scale.opacity())) << 24 | colours[index]);
                double alpha = Math.min(value, scale.opacity());
                for (int shift = 0; shift <= 16; shift += 8) {
                    double mixed = (image.image().getRGB(x, y) >> shift & 255) * (1 - alpha) + (colours[index] >> shift & 255) * alpha;
                    double error = Math.abs((overlay.getRGB(x, y) >> shift & 255) - mixed);
                    // Half a level, and a tolerance for rounding errors.
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
