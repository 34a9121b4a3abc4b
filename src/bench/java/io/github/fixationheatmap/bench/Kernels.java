package io.github.fixationheatmap.bench;

import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.read.MemoryFile;
import io.github.fixationheatmap.read.export.FixationReader;
import io.github.fixationheatmap.read.image.DecodingImage;
import io.github.fixationheatmap.read.image.ReferenceImage;
import io.github.fixationheatmap.store.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The project's kernels, each by itself and over bytes in memory, as benchmarks call them. */
public final class Kernels {

    private Kernels() {}

    /** Positions, in the order x, y, x, y, of the fixations that have one. */
    public static double[] positions(byte[] csv) {
        List<Fixation.Point> points = new ArrayList<>();
        try (FixationReader reader = FixationReader.open(new MemoryFile("fixations.csv", csv))) {
            reader.forEach(f -> {
                if (f.position() != null) {
                    points.add(f.position());
                }
            });
        }
        return points.stream().flatMapToDouble(p -> DoubleStream.of(p.x(), p.y())).toArray();
    }

    /** Reads and checks every row, and keeps nothing but their number. */
    public static long read(byte[] csv) {
        long[] rows = {0};
        try (FixationReader reader = FixationReader.open(new MemoryFile("fixations.csv", csv))) {
            reader.forEach(f -> rows[0]++);
        }
        return rows[0];
    }

    public static Histogram histogram(Grid grid, double[] positions) {
        Histogram histogram = new Histogram(grid);
        for (int i = 0; i < positions.length; i += 2) {
            histogram.add(positions[i], positions[i + 1], 1);
        }
        return histogram;
    }

    public static ImageRows decode(byte[] jpeg) {
        ReferenceImage image = ReferenceImage.open(new MemoryFile("reference_image.jpeg", jpeg), new Limits(400_000_000), TimeCheck.NONE);
        try (Tasks tasks = new Tasks(); DecodingImage photo = image.decode(tasks, TimeCheck.NONE)) {
            photo.finish();
            return photo;
        }
    }

    /** Its sum is what keeps a compiler from leaving out the rows. */
    public static long rows(ImageRows photo) {
        byte[] row = new byte[3 * photo.width()];
        long sum = 0;
        for (int y = 0; y < photo.height(); y++) {
            photo.row(y, row);
            sum += row[y % row.length];
        }
        return sum;
    }
}
