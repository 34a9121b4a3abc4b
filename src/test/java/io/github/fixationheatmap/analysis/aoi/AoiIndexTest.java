package io.github.fixationheatmap.analysis.aoi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.fixationheatmap.analysis.aoi.Area.Ellipse;
import io.github.fixationheatmap.analysis.aoi.Area.Rectangle;
import io.github.fixationheatmap.analysis.aoi.Polygon.Ring;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AoiIndexTest {

    static Area area(int width, int height, Random random) {
        double x = random.nextInt(4 * width) / 2.0 - width / 2.0;
        double y = random.nextInt(4 * height) / 2.0 - height / 2.0;
        return switch (random.nextInt(4)) {
            case 0 -> new Rectangle(x, y, x + 1 + random.nextInt(width), y + 1 + random.nextInt(height));
            case 1 -> new Ellipse(x, y, 1 + random.nextInt(width), 1 + random.nextInt(height));
            case 2 -> Polygon.of(List.of(Ring.of(new double[] {x, x + random.nextInt(width), x + random.nextInt(width), x},
                    new double[] {y, y + random.nextInt(height), y + random.nextInt(height), y + random.nextInt(height)})));
            default -> {
                int maskWidth = 1 + random.nextInt(12);
                int maskHeight = 1 + random.nextInt(12);
                BitSet pixels = new BitSet();
                for (int i = 0; i < maskWidth * maskHeight; i++) {
                    pixels.set(i, random.nextInt(3) == 0);
                }
                yield Mask.of(maskWidth, maskHeight, pixels, width, height);
            }
        };
    }

    private static Aoi aoi(int number, Area area) {
        return new Aoi("id" + number, "aoi " + number, List.of("aoi " + number), area);
    }

    @Property(tries = 300)
    void itFindsTheSameAoisAsTestingThemAll(@ForAll Random random) {
        int width = 1 + random.nextInt(60);
        int height = 1 + random.nextInt(60);
        List<Aoi> aois = new ArrayList<>();
        for (int i = 0; i < random.nextInt(60); i++) {
            aois.add(aoi(i, area(width, height, random)));
        }
        AoiIndex index = new AoiIndex(aois, width, height);
        int[] found = new int[aois.size()];
        for (int i = 0; i < 200; i++) {
            double x = random.nextInt(4) == 0 ? random.nextInt(2) * width : random.nextInt(2 * width + 1) / 2.0;
            double y = random.nextInt(4) == 0 ? random.nextInt(2) * height : random.nextDouble() * height;
            double px = x == width ? Math.nextDown((double) width) : x;
            double py = y == height ? Math.nextDown((double) height) : y;
            List<Integer> expected = new ArrayList<>();
            for (int a = 0; a < aois.size(); a++) {
                if (aois.get(a).area().contains(px, py)) {
                    assertThat(aois.get(a).area().bounds().contains(px, py)).as("bounds of %s", aois.get(a)).isTrue();
                    expected.add(a);
                }
            }
            int count = index.find(x, y, found);
            assertThat(Arrays.stream(found, 0, count).boxed().toList()).isEqualTo(expected);
        }
    }

    @Property(tries = 200)
    void polygonsThatTileTheImageContainEachOfItsPointsExactlyOnce(@ForAll Random random) {
        int width = 16 * (1 + random.nextInt(40));
        int height = 16 * (1 + random.nextInt(40));
        List<List<double[]>> pieces = Pieces.of(width, height, 1 + random.nextInt(14), random);
        List<Aoi> aois = new ArrayList<>();
        List<double[]> points = new ArrayList<>();
        for (List<double[]> piece : pieces) {
            aois.add(Pieces.aoi(piece, aois.size()));
            for (int i = 0; i < piece.size(); i++) {
                double[] a = piece.get(i);
                double[] b = piece.get((i + 1) % piece.size());
                points.add(a);
                points.add(new double[] {(a[0] + b[0]) / 2, (a[1] + b[1]) / 2});
                double part = random.nextDouble();
                points.add(new double[] {Math.min(width, a[0] + part * (b[0] - a[0])), Math.min(height, a[1] + part * (b[1] - a[1]))});
            }
            points.add(new double[] {random.nextDouble() * width, random.nextDouble() * height});
        }
        AoiIndex index = new AoiIndex(aois, width, height);
        for (double[] point : points) {
            assertThat(index.find(point[0], point[1], new int[aois.size()])).as("%s, %s", point[0], point[1]).isEqualTo(1);
        }
        assertThat(aois.stream().mapToDouble(aoi -> aoi.area().area()).sum()).isCloseTo((double) width * height, within(1e-6));
    }

    @Property(tries = 200)
    void masksThatTileTheImageContainEachOfItsPointsExactlyOnce(@ForAll Random random) {
        int width = 1 + random.nextInt(5_000);
        int height = 1 + random.nextInt(5_000);
        int maskWidth = 1 + random.nextInt(40);
        int maskHeight = 1 + random.nextInt(40);
        BitSet pixels = new BitSet();
        for (int i = 0; i < maskWidth * maskHeight; i++) {
            pixels.set(i, random.nextBoolean());
        }
        BitSet others = (BitSet) pixels.clone();
        others.flip(0, maskWidth * maskHeight);
        AoiIndex index = new AoiIndex(List.of(aoi(0, Mask.of(maskWidth, maskHeight, pixels, width, height)),
                aoi(1, Mask.of(maskWidth, maskHeight, others, width, height))), width, height);
        for (int i = 0; i < 200; i++) {
            double pixel = (double) random.nextInt(maskWidth + 1) * width / maskWidth;
            double x = Math.min(width, pixel + random.nextInt(3) * random.nextDouble());
            double y = random.nextInt(3) == 0 ? height : random.nextDouble() * height;
            assertThat(index.find(x, y, new int[2])).isEqualTo(1);
        }
    }

    @Test
    void amongAThousandAoisOfManyCornersItFindsTheSame() {
        Random random = new Random(7);
        List<Aoi> aois = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            double[] xs = new double[500];
            double[] ys = new double[500];
            double x = random.nextDouble() * 4_000;
            double y = random.nextDouble() * 3_000;
            for (int p = 0; p < xs.length; p++) {
                xs[p] = x + 60 * Math.cos(2 * Math.PI * p / xs.length);
                ys[p] = y + 60 * Math.sin(2 * Math.PI * p / xs.length);
            }
            aois.add(aoi(i, Polygon.of(List.of(Ring.of(xs, ys)))));
        }
        AoiIndex index = new AoiIndex(aois, 4_000, 3_000);
        for (int i = 0; i < 2_000; i++) {
            double x = random.nextDouble() * 4_000;
            double y = random.nextDouble() * 3_000;
            long all = aois.stream().filter(aoi -> aoi.area().contains(x, y)).count();
            assertThat(index.find(x, y, new int[aois.size()])).isEqualTo((int) all);
        }
    }
}
