package io.github.fixationheatmap.analysis.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {
    private record Point(double x, double y, double weight) {}

    @ParameterizedTest
    @CsvSource({"4000,3000,300,225", "3000,4000,225,300", "500,500,300,300", "901,67,300,22", "5000,1,300,1", "1,5000,1,300", "1,1,300,300",
        // Halves round to even, as Python's round: 1.5 and 4.5.
        "200,1,300,2", "200,3,300,4"})
    void theLongerSideHasThreeHundredBins(int width, int height, int nx, int ny) {
        assertThat(Grid.of(width, height)).isEqualTo(new Grid(width, height, nx, ny));
    }

    @Test
    void anEmptyImageHasNoGrid() {
        assertThatIllegalArgumentException().isThrownBy(() -> Grid.of(0, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> Grid.of(5, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Grid(5, 5, 301, 300));
    }

    @Test
    void binsAreHalfOpenAndTheLastIsClosed() {
        Histogram histogram = new Histogram(new Grid(30, 20, 3, 2));
        assertThat(histogram.add(0, 0, 1)).isTrue();
        assertThat(histogram.add(10, 10, 2)).isTrue();
        assertThat(histogram.add(Math.nextDown(10.0), 20, 4)).isTrue();
        assertThat(histogram.add(30, Math.nextDown(10.0), 8)).isTrue();
        assertThat(histogram.rows()).isDeepEqualTo(new double[][] {{1, 0, 8}, {4, 2, 0}});
    }

    @ParameterizedTest
    @CsvSource({"-1e-300,5", "30.000001,5", "5,-1", "5,21", "NaN,5", "5,NaN", "Infinity,5", "5,-Infinity"})
    void whatIsOutsideAddsNothing(double x, double y) {
        Histogram histogram = new Histogram(new Grid(30, 20, 3, 2));
        assertThat(histogram.add(x, y, 1)).isFalse();
        assertThat(histogram.sum()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void aWeightIsFiniteAndNotNegative(double weight) {
        Histogram histogram = new Histogram(new Grid(30, 20, 3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> histogram.add(1, 1, weight));
    }

    /** A value at, just below or just above an edge has the same bin as in a search over numpy's edges. */
    @Property(tries = 300)
    void edgesAreComparedAsNumpyDoes(@ForAll @IntRange(min = 1, max = 20000) int width, @ForAll @IntRange(min = 0, max = 300) int edge) {
        Grid grid = new Grid(width, 1, 300, 1);
        double step = width / 300.0;
        double at = edge == 300 ? width : edge * step;
        for (double x : new double[] {Math.nextDown(at), at, Math.nextUp(at)}) {
            Histogram histogram = new Histogram(grid);
            if (histogram.add(x, 0.5, 1)) {
                int expected = 0;
                while (expected < 299 && x >= (expected + 1) * step) {
                    expected++;
                }
                assertThat(histogram.rows()[0][expected]).isEqualTo(1);
            } else {
                assertThat(x < 0 || x > width).isTrue();
            }
        }
    }

    @Property(tries = 100)
    void binningConservesWhatIsInsideInAnyOrder(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3000) int width,
            @ForAll @IntRange(min = 1, max = 3000) int height) {
        List<Point> points = points(new Random(seed), width, height);
        double inside = points.stream().filter(p -> p.x >= 0 && p.x <= width && p.y >= 0 && p.y <= height).mapToDouble(Point::weight).sum();
        Histogram histogram = of(width, height, points);
        Collections.shuffle(points, new Random(seed + 1));
        assertThat(histogram.sum()).isEqualTo(inside);
        assertThat(of(width, height, points).rows()).isDeepEqualTo(histogram.rows());
    }

    @Property(tries = 50)
    void theSumOfTheRecordingsIsTheHistogramOfAll(@ForAll long seed, @ForAll @IntRange(min = 0, max = 200) int cut) {
        List<Point> points = points(new Random(seed), 640, 480);
        Histogram sum = of(640, 480, points.subList(0, cut)).plus(of(640, 480, points.subList(cut, points.size())));
        assertThat(sum.rows()).isDeepEqualTo(of(640, 480, points).rows());
    }

    @Test
    void sharesSumToOneAndLeaveTheOriginalAlone() {
        Histogram histogram = of(30, 20, List.of(new Point(1, 1, 3), new Point(29, 19, 1)));
        assertThat(histogram.dividedBySum().rows()[10][10]).isEqualTo(0.75);
        assertThat(histogram.dividedBySum().sum()).isEqualTo(1);
        histogram.rows()[0][0] = 99;
        assertThat(histogram.sum()).isEqualTo(4);
        Histogram empty = new Histogram(Grid.of(30, 20));
        assertThat(empty.dividedBySum().sum()).isZero();
    }

    @Test
    void onlyBinsOfOneGridAddUp() {
        Histogram histogram = new Histogram(Grid.of(30, 20));
        assertThatIllegalArgumentException().isThrownBy(() -> histogram.plus(new Histogram(Grid.of(30, 21))));
    }

    private static Histogram of(int width, int height, List<Point> points) {
        Histogram histogram = new Histogram(Grid.of(width, height));
        points.forEach(point -> histogram.add(point.x, point.y, point.weight));
        return histogram;
    }

    private static List<Point> points(Random random, int width, int height) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            // Some outside the image, many on whole px.
            double x = (random.nextDouble() * 1.4 - 0.2) * width;
            double y = (random.nextDouble() * 1.4 - 0.2) * height;
            boolean whole = random.nextBoolean();
            points.add(new Point(whole ? Math.rint(x) : x, whole ? Math.rint(y) : y, random.nextInt(1000)));
        }
        return points;
    }
}
