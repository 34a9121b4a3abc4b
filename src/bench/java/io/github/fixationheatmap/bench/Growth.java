package io.github.fixationheatmap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Time and memory of one drop in a process of its own, its start included, as rows grow from 10^3 to 10^7 (over a photo of 2 MP) and photos
 * from 1 to 100 MP (10,000 rows): {@code mvn -q -B test-compile exec:exec@bench -Dbench=growth}. Time is that with a heap of 1,600 MB,
 * memory that with the smallest heap that does. Writes {@code src/docs/speed-rows.svg} and {@code speed-pixels.svg}, and prints the numbers
 * as markdown tables, with the exponents of the growth between neighbours: 1 is linear; of time, of what comes on top of the smallest
 * size's.
 */
public final class Growth {

    private static final int RUNS = 5;
    private static final int[] ROWS = {1_000, 10_000, 100_000, 1_000_000, 10_000_000};
    private static final int[] MEGAPIXELS = {1, 2, 5, 12, 25, 50, 100};
    private static final double STEPS_OF_4_BY_3 = Math.sqrt(1e6 / 12);

    /** With all compilers, for many of the runs are long. */
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC");

    /** What one size took. */
    record Point(double size, double ms, double mb) {}

    private final Path folder;
    private final Jvm jvm;

    private Growth(Path target) throws IOException {
        this.folder = target.resolve("bench").resolve("growth");
        this.jvm = new Jvm(List.of(), OPTIONS, FunctionJars.classPath(target), Map.of());
    }

    static void run(BenchmarkOptions options) throws IOException {
        Path docs = options.project().resolve("src").resolve("docs");
        Growth growth = new Growth(options.target());
        List<Point> rows = new ArrayList<>();
        for (int n : ROWS) {
            rows.add(growth.measured("rows-" + n, n, n, 1632, 1224));
        }
        List<Point> pixels = new ArrayList<>();
        for (int mp : MEGAPIXELS) {
            int step = (int) Math.round(Math.sqrt(mp) * STEPS_OF_4_BY_3);
            pixels.add(growth.measured("mp-" + mp, 12.0 * step * step / 1e6, 10_000, 4 * step, 3 * step));
        }
        Files.writeString(docs.resolve("speed-rows.svg"), LogLogPlot.of("rows of fixations.csv, photo of 2 MP", rows));
        Files.writeString(docs.resolve("speed-pixels.svg"), LogLogPlot.of("MP of the photo, 10,000 rows", pixels));
        print("rows", rows);
        print("MP", pixels);
    }

    private Point measured(String name, double size, int rows, int width, int height) throws IOException {
        Study study = MadeStudy.of(new Study(folder.resolve(name)), rows, width, height);
        Timings times = new Timings(name);
        for (int i = 0; i < RUNS; i++) {
            times.add(jvm.with("-Xmx1600m").drop(study));
        }
        PeakMemory peak = PeakMemory.smallest(jvm, study);
        System.out.println(times + ", peak memory " + Math.round(peak.mb()) + " MB with -Xmx" + peak.heapMb() + "m");
        return new Point(size, times.median(), peak.mb());
    }

    private static void print(String unit, List<Point> points) {
        System.out.println("\n| " + unit + " | s | exponent | MB | exponent |\n| --- | --- | --- | --- | --- |");
        Point first = points.getFirst();
        for (int i = 0; i < points.size(); i++) {
            Point p = points.get(i);
            Point before = points.get(Math.max(0, i - 1));
            // Of what comes on top of the smallest: a process's start is no growth.
            double time = Math.log((p.ms - first.ms) / (before.ms - first.ms))
                    / Math.log((p.size - first.size) / (before.size - first.size));
            double memory = Math.log(p.mb / before.mb) / Math.log(p.size / before.size);
            System.out.println(String.format(Locale.ROOT, "| %,.0f | %.2f | %s | %.0f | %s |", p.size, p.ms / 1000, shown(time), p.mb,
                    shown(memory)));
        }
    }

    private static String shown(double exponent) {
        return Double.isFinite(exponent) ? String.format(Locale.ROOT, "%.2f", exponent + 0.0) : "";
    }
}
