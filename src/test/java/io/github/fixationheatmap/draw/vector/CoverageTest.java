package io.github.fixationheatmap.draw.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The coverage of shapes, against their areas. */
class CoverageTest {

    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;

    private static float[][] covered(boolean evenOdd, double[]... polygons) {
        Coverage coverage = new Coverage();
        // A larger shape before it must leave nothing behind.
        coverage.begin(-5, -5, WIDTH, HEIGHT);
        coverage.edge(0, -9, 10, 99);
        coverage.begin(0, 0, WIDTH, HEIGHT);
        for (double[] polygon : polygons) {
            for (int i = 0; i < polygon.length; i += 2) {
                int next = (i + 2) % polygon.length;
                coverage.edge(polygon[i], polygon[i + 1], polygon[next], polygon[next + 1]);
            }
        }
        float[][] rows = new float[HEIGHT][WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            coverage.row(y, evenOdd, rows[y]);
        }
        return rows;
    }

    private static double sum(float[][] rows) {
        double sum = 0;
        for (float[] row : rows) {
            for (float value : row) {
                sum += value;
            }
        }
        return sum;
    }

    private static double[] rectangle(double left, double top, double right, double bottom) {
        return new double[] {left, top, right, top, right, bottom, left, bottom};
    }

    /** Any triangle covers its own area, and with its corners outside the window what a fine grid of points finds inside. */
    @Property(tries = 100)
    void aTriangleCoversItsArea(@ForAll long seed) {
        Random random = new Random(seed);
        double[] corners = random.doubles(6, -15, 55).toArray();
        float[][] rows = covered(random.nextBoolean(), corners);
        int fine = 16;
        double step = 1.0 / fine;
        for (int y = 0; y < HEIGHT; y += 3) {
            for (int x = 0; x < WIDTH; x += 3) {
                int inside = 0;
                for (double v = y + step / 2; v < y + 1; v += step) {
                    for (double u = x + step / 2; u < x + 1; u += step) {
                        inside += contains(corners, u, v) ? 1 : 0;
                    }
                }
                assertThat((double) rows[y][x]).isCloseTo((double) inside / (fine * fine), within(0.07));
            }
        }
    }

    private static boolean contains(double[] c, double x, double y) {
        boolean a = side(c[0], c[1], c[2], c[3], x, y);
        boolean b = side(c[2], c[3], c[4], c[5], x, y);
        return a == b && b == side(c[4], c[5], c[0], c[1], x, y);
    }

    private static boolean side(double x1, double y1, double x2, double y2, double x, double y) {
        return (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1) > 0;
    }

    @Test
    void pixelsAreCoveredByTheirShare() {
        float[][] rows = covered(false, rectangle(2.25, 3.5, 5, 6));
        assertThat(rows[3]).startsWith(0, 0, 0.375f, 0.5f, 0.5f, 0);
        assertThat(rows[5]).startsWith(0, 0, 0.75f, 1, 1, 0);
        assertThat(rows[6]).containsOnly(0);
        assertThat(sum(rows)).isCloseTo(2.75 * 2.5, within(1e-5));
    }

    @Test
    void theRulesDifferWhereAShapeLiesInAnother() {
        double[] outer = rectangle(0, 0, 10, 10);
        double[] inner = rectangle(2, 2, 8, 8);
        double[] hole = {2, 2, 2, 8, 8, 8, 8, 2};
        assertThat(sum(covered(false, outer, inner))).isCloseTo(100, within(1e-4));
        assertThat(sum(covered(true, outer, inner))).isCloseTo(64, within(1e-4));
        assertThat(sum(covered(false, outer, hole))).isCloseTo(64, within(1e-4));
    }

    @Test
    void aShapeFarLargerThanTheWindowFillsIt() {
        assertThat(sum(covered(false, rectangle(-1e9, -1e9, 1e9, 1e9)))).isCloseTo(WIDTH * HEIGHT, within(1e-3));
        assertThat(sum(covered(false, rectangle(-1e9, -1e9, 20, 1e9)))).isCloseTo(20.0 * HEIGHT, within(1e-3));
        assertThat(sum(covered(false, rectangle(20, -1e9, 1e9, 1e9)))).isCloseTo(20.0 * HEIGHT, within(1e-3));
    }
}
