package io.github.fixationheatmap.analysis.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianBlurTest {
    private static final Offset<Double> TIGHT = within(1e-12);

    @ParameterizedTest
    @CsvSource({"3,9,73", "1,3,25", "0.1,0.3,3", "20,60,481", "0.25,0.75,7"})
    void theScaleIsInPercentOfThreeHundredBins(double scale, double sigma, int taps) {
        GaussianBlur blur = GaussianBlur.ofScale(scale);
        assertThat(blur.sigma()).isCloseTo(sigma, TIGHT);
        assertThat(blur.taps()).isEqualTo(taps);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.0999, 20.001, -3, Double.NaN, Double.POSITIVE_INFINITY})
    void aScaleOutsideItsRangeIsRejected(double scale) {
        assertThatIllegalArgumentException().isThrownBy(() -> GaussianBlur.ofScale(scale));
    }

    @Test
    void onlyRectanglesAreBlurred() {
        GaussianBlur blur = GaussianBlur.ofScale(1);
        assertThatIllegalArgumentException().isThrownBy(() -> blur.apply(new double[0][]));
        assertThatIllegalArgumentException().isThrownBy(() -> blur.apply(new double[][] {{}}));
        assertThatIllegalArgumentException().isThrownBy(() -> blur.apply(new double[][] {{1, 2}, {1}}));
        assertThatIllegalArgumentException().isThrownBy(() -> new GaussianBlur(1, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new GaussianBlur(0, 3));
    }

    /** Small sizes, so that the kernel is often longer than the axis and mirrored more than once. */
    @Property(tries = 60)
    void equalsTheDirectConvolution(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int nx,
            @ForAll @IntRange(min = 1, max = 12) int ny, @ForAll @DoubleRange(min = 0.1, max = 4) double scale) {
        double[][] rows = random(seed, nx, ny);
        GaussianBlur blur = GaussianBlur.ofScale(scale);
        double[][] blurred = blur.apply(rows);
        for (int y = 0; y < ny; y++) {
            for (int x = 0; x < nx; x++) {
                assertThat(blurred[y][x]).isCloseTo(direct(rows, blur, x, y), TIGHT);
            }
        }
    }

    @Property(tries = 40)
    void conservesTheMassThatIsAwayFromTheEdges(@ForAll long seed, @ForAll @DoubleRange(min = 0.1, max = 2) double scale) {
        GaussianBlur blur = GaussianBlur.ofScale(scale);
        // One bin further than the kernel reaches: otherwise the first bin would be mirrored.
        int margin = blur.taps() / 2 + 1;
        double[][] rows = new double[2 * margin + 9][2 * margin + 14];
        double mass = 0;
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            double weight = random.nextDouble();
            rows[margin + random.nextInt(9)][margin + random.nextInt(14)] += weight;
            mass += weight;
        }
        assertThat(Arrays.stream(blur.apply(rows)).flatMapToDouble(Arrays::stream).sum()).isCloseTo(mass, within(1e-10));
    }

    @Property(tries = 40)
    void isSymmetric(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int nx, @ForAll @IntRange(min = 1, max = 40) int ny) {
        double[][] rows = random(seed, nx, ny);
        GaussianBlur blur = GaussianBlur.ofScale(1);
        double[][] blurred = blur.apply(rows);
        double[][] ofTurned = blur.apply(turned(rows));
        double[][] ofTransposed = blur.apply(transposed(rows));
        for (int y = 0; y < ny; y++) {
            assertThat(turned(ofTurned)[y]).containsExactly(blurred[y], TIGHT);
            assertThat(transposed(ofTransposed)[y]).containsExactly(blurred[y], TIGHT);
        }
    }

    private static double direct(double[][] rows, GaussianBlur blur, int x, int y) {
        int reach = blur.taps() / 2;
        double sum = 0;
        double weights = 0;
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                double weight = Math.exp(-(dx * dx + dy * dy) / (2 * blur.sigma() * blur.sigma()));
                sum += weight * rows[bounced(y + dy, rows.length)][bounced(x + dx, rows[0].length)];
                weights += weight;
            }
        }
        return sum / weights;
    }

    /** Reflects at the borders until the index is inside, as OpenCV's borderInterpolate. */
    private static int bounced(int i, int length) {
        int inside = length == 1 ? 0 : i;
        while (inside < 0 || inside >= length) {
            inside = inside < 0 ? -inside : 2 * (length - 1) - inside;
        }
        return inside;
    }

    private static double[][] random(long seed, int nx, int ny) {
        Random random = new Random(seed);
        double[][] rows = new double[ny][nx];
        Arrays.stream(rows).forEach(row -> Arrays.setAll(row, x -> random.nextInt(4) == 0 ? random.nextDouble() : 0));
        return rows;
    }

    private static double[][] turned(double[][] rows) {
        double[][] turned = new double[rows.length][rows[0].length];
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length; x++) {
                turned[rows.length - 1 - y][rows[y].length - 1 - x] = rows[y][x];
            }
        }
        return turned;
    }

    private static double[][] transposed(double[][] rows) {
        double[][] transposed = new double[rows[0].length][rows.length];
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length; x++) {
                transposed[x][y] = rows[y][x];
            }
        }
        return transposed;
    }
}
