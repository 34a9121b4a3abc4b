package io.github.fixationheatmap.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.AoiIndex;
import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.LanczosResize;
import io.github.fixationheatmap.analysis.grid.ScalarField;
import io.github.fixationheatmap.draw.render.RenderStages;
import io.github.fixationheatmap.model.ImageRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * A kernel gives the results of its reference implementation, and is faster by a factor. Both run in turn, and the least processor time of
 * one thread over several tries counts. The bounds are a third of the measured factors, or less.
 */
class KernelGuardTest {

    private static final int TRIES = 7;
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;

    private static void isFaster(String name, double times, Supplier<?> kernel, Supplier<?> twin) {
        double fast = Double.POSITIVE_INFINITY;
        double plain = Double.POSITIVE_INFINITY;
        for (int i = 0; i < TRIES; i++) {
            fast = Math.min(fast, ms(kernel));
            plain = Math.min(plain, ms(twin));
        }
        System.out.println(String.format(Locale.ROOT, "%-10s %8.2f ms, its reference %8.2f: %.1f times, at least %.1f expected",
                name, fast, plain, plain / fast, times));
        assertThat(plain / fast).as("%s: %s ms, plainly %s", name, fast, plain).isGreaterThan(times);
    }

    private static double ms(Supplier<?> work) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        assertThat(work.get()).isNotNull();
        return (threads.getCurrentThreadCpuTime() - start) / 1e6;
    }

    @Test
    void reading() {
        byte[] csv = Scenes.csv(20_000, WIDTH, HEIGHT);
        assertThat(Kernels.positions(csv)).containsExactly(ReferenceKernels.positions(csv));
        // The plain one checks nothing, and reads two columns.
        isFaster("reading", 0.4, () -> Kernels.read(csv), () -> ReferenceKernels.positions(csv));
    }

    @Test
    void counting() {
        double[] positions = Kernels.positions(Scenes.csv(20_000, WIDTH, HEIGHT));
        Grid grid = Grid.of(WIDTH, HEIGHT);
        assertThat(Kernels.histogram(grid, positions).rows()).isDeepEqualTo(ReferenceKernels.histogram(grid, positions));
        isFaster("counting", 4, () -> Kernels.histogram(grid, positions), () -> ReferenceKernels.histogram(grid, positions));
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
        isFaster("blurring", 8, () -> blur.apply(rows), () -> ReferenceKernels.blur(rows, blur));
    }

    @Test
    void resizing() {
        float[][] source = Scenes.values(300, 225);
        LanczosResize resize = new LanczosResize(source, WIDTH, HEIGHT);
        float[] row = new float[WIDTH];
        resize.row(100, row);
        assertThat(row).containsExactly(ReferenceKernels.resizedRow(source, WIDTH, HEIGHT, 100), within(2e-6f));
        isFaster("resizing", 30, () -> {
            for (int y = 0; y < HEIGHT; y++) {
                resize.row(y, row);
            }
            return row;
        }, () -> {
            // A tenth of the rows, for it takes its time.
            for (int y = 0; y < HEIGHT; y += 10) {
                ReferenceKernels.resizedRow(source, WIDTH, HEIGHT, y);
            }
            return row;
        });
    }

    @Test
    void renderingAndCompressing() {
        ScalarField field = Scenes.field(WIDTH, HEIGHT);
        ImageRows photo = Kernels.decode(Scenes.jpeg(WIDTH, HEIGHT));
        isFaster("rendering", 1.5, () -> new RenderStages().run(field, photo), () -> {
            try {
                return ReferenceKernels.png(ReferenceKernels.overlay(field, photo));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void findingAois() {
        List<Aoi> aois = Scenes.aois(200, WIDTH, HEIGHT);
        AoiIndex index = new AoiIndex(aois, WIDTH, HEIGHT);
        double[] positions = Kernels.positions(Scenes.csv(5_000, WIDTH - 1, HEIGHT - 1));
        int[] found = new int[aois.size()];
        isFaster("AOIs", 5, () -> {
            int hits = 0;
            for (int i = 0; i < positions.length; i += 2) {
                hits += index.find(positions[i], positions[i + 1], found);
            }
            return hits;
        }, () -> {
            int hits = 0;
            for (int i = 0; i < positions.length; i += 2) {
                hits += ReferenceKernels.hits(aois, positions[i], positions[i + 1]);
            }
            return hits;
        });
    }
}
