package io.github.fixationheatmap.analysis.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LanczosResizeTest {
    /** Larger, smaller and equal sizes; the widest have more than one block of columns. */
    @Property(tries = 60)
    void equalsTheDirectSumOfEightByEightTaps(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int columns,
            @ForAll @IntRange(min = 1, max = 20) int rows, @ForAll @IntRange(min = 1, max = 1100) int width,
            @ForAll @IntRange(min = 1, max = 40) int height) {
        float[][] source = random(seed, columns, rows);
        LanczosResize resize = new LanczosResize(source, width, height);
        float[] out = new float[width];
        for (int y = 0; y < height; y++) {
            resize.row(y, out);
            for (int x = 0; x < width; x++) {
                assertThat(out[x]).isCloseTo((float) ReferenceLanczos.at(source, x, y, width, height), within(2e-6f));
            }
        }
    }

    @Property(tries = 60)
    void aConstantStaysConstant(@ForAll @FloatRange(min = 0, max = 1) float value, @ForAll @IntRange(min = 1, max = 300) int columns,
            @ForAll @IntRange(min = 1, max = 30) int rows, @ForAll @IntRange(min = 1, max = 700) int width) {
        float[][] source = new float[rows][columns];
        Arrays.stream(source).forEach(row -> Arrays.fill(row, value));
        float[] out = new float[width];
        new LanczosResize(source, width, 3).row(1, out);
        for (float v : out) {
            assertThat(v).isCloseTo(value, within(1e-6f));
        }
    }

    @Test
    void theOvershootOfAnEdgeIsCutOff() {
        float[] out = new float[100];
        new LanczosResize(new float[][] {{0, 0, 0, 0, 1, 1, 1, 1}}, 100, 1).row(0, out);
        assertThat(out).contains(0f, 1f);
        for (float v : out) {
            assertThat(v).isBetween(0f, 1f);
        }
    }

    @Test
    void invalidArgumentsAreRejected() {
        float[][] source = {{1, 2}, {3, 4}};
        assertThatIllegalArgumentException().isThrownBy(() -> new LanczosResize(new float[0][], 2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new LanczosResize(new float[][] {{1}, {}}, 2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new LanczosResize(source, 0, 2));
        LanczosResize resize = new LanczosResize(source, 4, 4);
        assertThatIllegalArgumentException().isThrownBy(() -> resize.row(4, new float[4]));
        assertThatIllegalArgumentException().isThrownBy(() -> resize.row(-1, new float[4]));
        assertThatIllegalArgumentException().isThrownBy(() -> resize.row(0, new float[3]));
    }

    private static float[][] random(long seed, int columns, int rows) {
        Random random = new Random(seed);
        float[][] source = new float[rows][columns];
        for (float[] row : source) {
            for (int x = 0; x < columns; x++) {
                row[x] = random.nextFloat();
            }
        }
        return source;
    }
}
