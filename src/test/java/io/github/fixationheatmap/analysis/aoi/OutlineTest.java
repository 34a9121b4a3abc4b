package io.github.fixationheatmap.analysis.aoi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.fixationheatmap.analysis.aoi.Area.Ellipse;
import io.github.fixationheatmap.analysis.aoi.Area.Rectangle;
import io.github.fixationheatmap.analysis.aoi.Outline.Point;
import io.github.fixationheatmap.analysis.aoi.Polygon.Ring;
import io.github.fixationheatmap.model.TimeCheck;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OutlineTest {

    private static Mask mask(int width, String... rows) {
        BitSet pixels = new BitSet();
        for (int i = 0; i < rows.length * width; i++) {
            pixels.set(i, rows[i / width].charAt(i % width) == '#');
        }
        return Mask.of(width, rows.length, pixels, 10 * width, 10 * rows.length);
    }

    private static boolean contains(Outline outline, double x, double y) {
        return outline.rings().stream().filter(ring -> ring.contains(x, y, new Effort(TimeCheck.NONE))).count() % 2 == 1;
    }

    private static Polygon polygon(double... points) {
        double[] xs = new double[points.length / 2];
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = points[2 * i];
            ys[i] = points[2 * i + 1];
        }
        return Polygon.of(List.of(Ring.of(xs, ys)));
    }

    @Test
    void aMaskIsFollowedAlongItsPixels() {
        Outline square = Outline.of(mask(3, "...", ".##"), 1, 1000);
        assertThat(square.rings()).singleElement().satisfies(ring -> {
            assertThat(ring.xs).containsExactly(10, 30, 30, 10);
            assertThat(ring.ys).containsExactly(10, 10, 20, 20);
        });
        assertThat(Outline.of(mask(3, "###", "#.#", "###"), 1, 1000).rings()).as("a hole").hasSize(2);
        assertThat(Outline.of(mask(2, "#.", ".#"), 1, 1000).rings()).as("a common corner").hasSize(2);
        assertThat(Outline.of(mask(2, "..", ".."), 1, 1000).rings()).isEmpty();
    }

    @Property(tries = 300)
    void theOutlineOfAMaskHasItsPixels(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int width,
            @ForAll @IntRange(min = 1, max = 12) int height) {
        BitSet all = BitSet.valueOf(new long[] {seed, seed * 31, seed * 17});
        BitSet pixels = all.get(0, width * height);
        Mask mask = Mask.of(width, height, pixels, 3 * width, 2 * height);
        Outline outline = Outline.of(mask, 1, Integer.MAX_VALUE);
        for (int i = 0; i < width * height; i++) {
            double x = 3 * (i % width + 0.5);
            double y = 2 * (Math.floorDiv(i, width) + 0.5);
            assertThat(contains(outline, x, y)).isEqualTo(mask.contains(x, y));
        }
    }

    @Test
    void longOutlinesAreMadeCoarser() {
        BitSet noise = new BitSet();
        for (int i = 0; i < 1_000_000; i += 2) {
            noise.set(i + i / 1_000 % 2);
        }
        Outline coarse = Outline.of(Mask.of(1_000, 1_000, noise, 1_000, 1_000), 1, 50);
        assertThat(coarse.rings().stream().mapToInt(Ring::size).sum()).isBetween(4, 50);
        assertThat(contains(coarse, 500, 500)).isTrue();

        double[] points = new double[20_000];
        for (int i = 0; i < 10_000; i++) {
            points[2 * i] = 500 + 400 * Math.cos(2 * Math.PI * i / 10_000);
            points[2 * i + 1] = 500 + 400 * Math.sin(2 * Math.PI * i / 10_000);
        }
        Outline circle = Outline.of(polygon(points), 0.001, 100);
        assertThat(circle.rings()).singleElement().satisfies(ring -> assertThat(ring.size()).isBetween(40, 100));
        assertThat(contains(circle, 500, 110)).isTrue();
        assertThat(Outline.of(polygon(0, 0, 1, 0, 1, 1), 50, 100).rings()).as("smaller than the detail").hasSize(1);
    }

    @Test
    void theCentreIsFarFromTheEdge() {
        assertThat(Outline.of(new Rectangle(10, 20, 50, 60), 1, 100).centre(100, 100)).contains(new Point(30, 40));
        assertThat(Outline.of(new Ellipse(50, 40, 30, 20), 1, 100).centre(100, 100)).contains(new Point(50, 40));
        // The middle of this U's bounds is outside of it; its thick bottom is 40 high.
        Point u = Outline.of(polygon(0, 0, 10, 0, 10, 60, 90, 60, 90, 0, 100, 0, 100, 100, 0, 100), 1, 100).centre(100, 100).orElseThrow();
        assertThat(u.y()).isCloseTo(80, within(2.0));
        assertThat(u.x()).isBetween(19.0, 81.0);
    }

    @Test
    void onlyThePartOnTheImageHasACentre() {
        assertThat(Outline.of(new Rectangle(50, 0, 500, 100), 1, 100).centre(100, 100)).contains(new Point(75, 50));
        assertThat(Outline.of(new Rectangle(100, 0, 500, 100), 1, 100).centre(100, 100)).isEmpty();
        assertThat(Outline.of(mask(1, "."), 1, 100).centre(10, 10)).isEmpty();
        Point thin = Outline.of(new Rectangle(0, 0, 60_000, 1), 1, 100).centre(60_000, 1).orElseThrow();
        assertThat(thin.y()).isCloseTo(0.5, within(1e-9));
    }
}
