package io.github.fixationheatmap.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.AoiIndex;
import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.LanczosResize;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A kernel gives what its reference implementation gives, and asks for little memory beside its result: neither depends on the machine.
 * How much faster than that it is, JMH measures on demand.
 */
class KernelGuardTest {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;
    private static final int TRIES = 3;

    /** What the JVM may ask for beside the kernel, for example to link a call. */
    private static final long SLACK = 1_024;

    /** Bytes that the work asks for: the least of several tries, as the first loads classes. */
    private static long allocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    @Test
    void reading() {
        byte[] csv = Scenes.csv(20_000, WIDTH, HEIGHT);
        assertThat(Kernels.positions(csv)).containsExactly(ReferenceKernels.positions(csv));
    }

    @Test
    void counting() {
        double[] positions = Kernels.positions(Scenes.csv(20_000, WIDTH, HEIGHT));
        Grid grid = Grid.of(WIDTH, HEIGHT);
        assertThat(Kernels.histogram(grid, positions).rows()).isDeepEqualTo(ReferenceKernels.histogram(grid, positions));
        long empty = allocated(() -> Kernels.histogram(grid, new double[0]));
        assertThat(allocated(() -> Kernels.histogram(grid, positions))).isLessThan(empty + SLACK);
    }

    @Test
    void blurring() {
        double[][] rows = Kernels.histogram(Grid.of(WIDTH, HEIGHT), Kernels.positions(Scenes.csv(5_000, WIDTH, HEIGHT))).rows();
        GaussianBlur blur = GaussianBlur.ofScale(1);
        double[][] blurred = blur.apply(rows);
        double[][] plain = ReferenceKernels.blur(rows, blur);
        for (int y = 0; y < rows.length; y++) {
            assertThat(blurred[y]).containsExactly(plain[y], within(1e-10));
        }
        // The result, and what is between the two directions.
        assertThat(allocated(() -> blur.apply(rows))).isLessThan(5L * Double.BYTES * rows.length * rows[0].length);
    }

    @Test
    void resizing() {
        float[][] source = Scenes.values(300, 225);
        LanczosResize resize = new LanczosResize(source, WIDTH, HEIGHT);
        float[] row = new float[WIDTH];
        resize.row(100, row);
        assertThat(row).containsExactly(ReferenceKernels.resizedRow(source, WIDTH, HEIGHT, 100), within(2e-6f));
        long all = allocated(() -> {
            for (int y = 0; y < HEIGHT; y++) {
                resize.row(y, row);
            }
        });
        // The weights of a row, however wide it is.
        assertThat(all / HEIGHT).isLessThan(256);
    }

    @Test
    void findingAois() {
        List<Aoi> aois = Scenes.aois(200, WIDTH, HEIGHT);
        AoiIndex index = new AoiIndex(aois, WIDTH, HEIGHT);
        double[] positions = Kernels.positions(Scenes.csv(5_000, WIDTH - 1, HEIGHT - 1));
        int[] found = new int[aois.size()];
        for (int i = 0; i < positions.length; i += 2) {
            assertThat(index.find(positions[i], positions[i + 1], found))
                    .isEqualTo(ReferenceKernels.hits(aois, positions[i], positions[i + 1]));
        }
        long all = allocated(() -> {
            for (int i = 0; i < positions.length; i += 2) {
                index.find(positions[i], positions[i + 1], found);
            }
        });
        assertThat(all).isLessThan(SLACK);
    }
}
