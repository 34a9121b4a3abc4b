package io.github.fixationheatmap.analysis.aoi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.fixationheatmap.analysis.aoi.Polygon.Ring;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MaskTest {

    @Test
    void aPointIsScaledToAPixel() {
        BitSet pixels = new BitSet();
        pixels.set(1);
        pixels.set(5);
        Mask mask = Mask.of(3, 2, pixels, 30, 40);
        assertThat(mask.contains(10, 0)).isTrue();
        assertThat(mask.contains(Math.nextDown(10.0), 0)).isFalse();
        assertThat(mask.contains(19.999, 19.999)).isTrue();
        assertThat(mask.contains(20, 0)).isFalse();
        assertThat(mask.contains(30, 40)).as("the far corner belongs to the last pixel").isTrue();
        assertThat(mask.contains(30.001, 40)).isFalse();
        assertThat(mask.contains(-0.001, 20)).isFalse();
        assertThat(mask.contains(Double.NaN, 20)).isFalse();
        assertThat(mask.area()).isEqualTo(400);
        assertThat(mask.bounds().overlapsImage(30, 40)).isTrue();
    }

    /** As high as a mask may be, with two set pixels: looking for the next one from each row on took hours. */
    @Timeout(60)
    @Test
    void theBoundsOfAMaskTakeAPassOverItsPixels() {
        BitSet pixels = new BitSet();
        pixels.set(3);
        pixels.set((1 << 24) - 1);
        Mask mask = Mask.of(1, 1 << 24, pixels, 100, 1 << 24);
        assertThat(mask.bounds().top()).isCloseTo(3, within(1e-9));
        assertThat(mask.bounds().bottom()).isCloseTo(1 << 24, within(1e-6));
        assertThat(mask.bounds().right()).isCloseTo(100, within(1e-9));
    }

    @Test
    void pixelsAreCopiedAndChecked() {
        BitSet pixels = new BitSet();
        Mask mask = Mask.of(2, 2, pixels, 2, 2);
        pixels.set(0, 4);
        assertThat(mask.contains(1, 1)).isFalse();
        assertThat(mask.area()).isZero();
        pixels.set(4);
        assertThatIllegalArgumentException().isThrownBy(() -> Mask.of(2, 2, pixels, 2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Mask.of(0, 2, new BitSet(), 2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Mask.of(65_536, 65_536, new BitSet(), 2, 2));
    }

    @Property(tries = 100)
    void aMaskAndThePolygonThatItWasDrawnFromAgreeAwayFromTheEdge(@ForAll Random random) {
        int width = 40 + random.nextInt(200);
        int height = 40 + random.nextInt(200);
        double[] xs = random.doubles(5, 0, width).toArray();
        double[] ys = random.doubles(5, 0, height).toArray();
        Polygon polygon = Polygon.of(List.of(Ring.of(xs, ys)));
        int maskWidth = width / 2;
        int maskHeight = height / 2;
        BitSet pixels = new BitSet();
        for (int i = 0; i < maskWidth * maskHeight; i++) {
            int row = i / maskWidth;
            pixels.set(i, polygon.contains((i % maskWidth + 0.5) * width / maskWidth, (row + 0.5) * height / maskHeight));
        }
        Mask mask = Mask.of(maskWidth, maskHeight, pixels, width, height);
        double pixel = Math.hypot((double) width / maskWidth, (double) height / maskHeight);
        for (int i = 0; i < 500; i++) {
            double x = random.nextDouble() * width;
            double y = random.nextDouble() * height;
            if (distance(xs, ys, x, y) > pixel) {
                assertThat(mask.contains(x, y)).as("%s, %s", x, y).isEqualTo(polygon.contains(x, y));
            }
        }
    }

    private static double distance(double[] xs, double[] ys, double x, double y) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < xs.length; i++) {
            int j = (i + 1) % xs.length;
            least = Math.min(least, java.awt.geom.Line2D.ptSegDist(xs[i], ys[i], xs[j], ys[j], x, y));
        }
        return least;
    }
}
