package io.github.fixationheatmap.bench;

import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.AoiIndex;
import io.github.fixationheatmap.analysis.grid.GaussianBlur;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.analysis.grid.LanczosResize;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The public kernels over 10,000 rows or 2 MP, and the reference implementation of each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class KernelBenchmark {

    private static final int WIDTH = 1632;
    private static final int HEIGHT = 1224;

    private final byte[] csv = Scenes.csv(10_000, WIDTH - 1, HEIGHT - 1);
    private final double[] positions = Kernels.positions(csv);
    private final Grid grid = Grid.of(WIDTH, HEIGHT);
    private final double[][] bins = Kernels.histogram(grid, positions).rows();
    private final GaussianBlur blur = GaussianBlur.ofScale(3);
    private final float[][] values = Scenes.values(grid.nx(), grid.ny());
    private final LanczosResize resize = new LanczosResize(values, WIDTH, HEIGHT);
    private final float[] row = new float[WIDTH];
    private final byte[] jpeg = Scenes.jpeg(WIDTH, HEIGHT);
    private final List<Aoi> aois = Scenes.aois(200, WIDTH, HEIGHT);
    private final AoiIndex index = new AoiIndex(aois, WIDTH, HEIGHT);
    private final int[] found = new int[aois.size()];

    @Benchmark
    public long readCsv() {
        return Kernels.read(csv);
    }

    @Benchmark
    public double[] readCsvPlainly() {
        return ReferenceKernels.positions(csv);
    }

    @Benchmark
    public Histogram histogram() {
        return Kernels.histogram(grid, positions);
    }

    @Benchmark
    public double[][] histogramPlainly() {
        return ReferenceKernels.histogram(grid, positions);
    }

    @Benchmark
    public double[][] blur() {
        return blur.apply(bins);
    }

    @Benchmark
    public double[][] blurPlainly() {
        return ReferenceKernels.blur(bins, blur);
    }

    /** One row only, because the reference implementation would take seconds for all rows. */
    @Benchmark
    public float[] lanczosRow() {
        resize.row(HEIGHT / 2, row);
        return row;
    }

    @Benchmark
    public float[] lanczosRowPlainly() {
        return ReferenceKernels.resizedRow(values, WIDTH, HEIGHT, HEIGHT / 2);
    }

    @Benchmark
    public long decodeJpeg() {
        return Kernels.rows(Kernels.decode(jpeg));
    }

    /** By ImageIO, read pixel by pixel. */
    @Benchmark
    public long decodeJpegPlainly() throws IOException {
        BufferedImage image = ReferenceKernels.decoded(jpeg);
        long sum = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                sum += image.getRGB(x, y);
            }
        }
        return sum;
    }

    @Benchmark
    public int findAois() {
        int hits = 0;
        for (int i = 0; i < positions.length; i += 2) {
            hits += inside(i) ? index.find(positions[i], positions[i + 1], found) : 0;
        }
        return hits;
    }

    @Benchmark
    public int findAoisPlainly() {
        int hits = 0;
        for (int i = 0; i < positions.length; i += 2) {
            hits += inside(i) ? ReferenceKernels.hits(aois, positions[i], positions[i + 1]) : 0;
        }
        return hits;
    }

    private boolean inside(int i) {
        return positions[i] >= 0 && positions[i] < WIDTH && positions[i + 1] >= 0 && positions[i + 1] < HEIGHT;
    }
}
