package io.github.fixationheatmap.draw.render;

import io.github.fixationheatmap.analysis.grid.ScalarField;
import io.github.fixationheatmap.bench.Kernels;
import io.github.fixationheatmap.bench.ReferenceKernels;
import io.github.fixationheatmap.bench.Scenes;
import io.github.fixationheatmap.draw.png.Strip;
import io.github.fixationheatmap.model.ImageRows;
import java.awt.image.BufferedImage;
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

/** The renderer's kernels over 2 MP, and the reference implementation of each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class RenderBenchmark {

    private static final int WIDTH = 1632;
    private static final int HEIGHT = 1224;
    private static final int ROWS = 40;

    private final ScalarField field = Scenes.field(WIDTH, HEIGHT);
    private final ImageRows image = Kernels.decode(Scenes.jpeg(WIDTH, HEIGHT));
    private final float[] values = new float[WIDTH];
    private final OverlayBlender blend = new OverlayBlender(WIDTH, ColourScale.PUBLISHED);
    private final byte[] pixels = new byte[3 * WIDTH];
    private final byte[] heatmap = new byte[ROWS * (1 + WIDTH)];
    private final byte[] overlay = new byte[ROWS * (1 + 3 * WIDTH)];
    private final Strip.Compressor compressor = new Strip.Compressor(overlay.length);

    /** Fills the arrays with the middle of the image, filtered. */
    public RenderBenchmark() {
        for (int y = 0; y < ROWS; y++) {
            field.row(HEIGHT / 2 + y, values);
            image.row(HEIGHT / 2 + y, pixels);
            blend.row(values, pixels, heatmap, y * (1 + WIDTH), overlay, y * (1 + 3 * WIDTH));
        }
    }

    /** All rows, each with the same values and pixels, which stay in the cache as in a real run. */
    @Benchmark
    public byte[] blend() {
        for (int y = 0; y < HEIGHT; y++) {
            blend.row(values, pixels, heatmap, 0, overlay, 0);
        }
        return overlay;
    }

    /** In doubles, with computed rows, without a filter. */
    @Benchmark
    public BufferedImage blendPlainly() {
        return ReferenceKernels.overlay(field, image);
    }

    /** A strip of 40 rows of the overlay. */
    @Benchmark
    public Object compressStrip() {
        return compressor.compress(overlay, overlay.length, 1 + 3 * WIDTH, true);
    }

    /** The same strip with the JDK's Deflater, level 1. */
    @Benchmark
    public int compressStripPlainly() {
        return ReferenceKernels.deflated(overlay);
    }
}
