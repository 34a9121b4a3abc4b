package io.github.fixationheatmap.bench;

import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.grid.Histogram;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.MemoryFile;
import io.github.fixationheatmap.read.export.FixationFiles;
import io.github.fixationheatmap.read.tracker.TableSetup;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** How fast ten million rows are read, checked and counted: 100,000 different ones in memory, a hundred times over, on one thread. */
final class CsvRate {

    private static final int ROWS = 100_000;
    private static final int TIMES = 100;
    private static final int RUNS = 3;

    private CsvRate() {}

    /** A file that repeats its rows. */
    private static MemoryFile repeated(byte[] header, byte[] rows, int times) {
        return new MemoryFile("fixations.csv", header.length + (long) times * rows.length, () -> {
            List<InputStream> parts = new ArrayList<>(List.of(new ByteArrayInputStream(header)));
            for (int i = 0; i < times; i++) {
                parts.add(new ByteArrayInputStream(rows));
            }
            return new SequenceInputStream(Collections.enumeration(parts));
        });
    }

    /** MB/s of each run, in their order. */
    static double[] mbPerSecond() {
        byte[] csv = Scenes.csv(ROWS, 4000, 3000);
        int header = 0;
        while (csv[header] != '\n') {
            header++;
        }
        byte[] first = Arrays.copyOf(csv, header + 1);
        byte[] rows = Arrays.copyOfRange(csv, header + 1, csv.length);
        count(repeated(first, rows, TIMES / 10));
        double[] rates = new double[RUNS];
        MemoryFile all = repeated(first, rows, TIMES);
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            count(all);
            rates[i] = all.size() / 1e6 / ((System.nanoTime() - start) / 1e9);
        }
        Arrays.sort(rates);
        return rates;
    }

    private static void count(InputFile file) {
        Histogram histogram = new Histogram(Grid.of(4000, 3000));
        try (FixationFiles.Reader reader = FixationFiles.of(file).open(TableSetup.HEADER_ONLY)) {
            reader.forEach(fixation -> {
                Fixation.Point point = fixation.position();
                if (point != null) {
                    histogram.add(point.x(), point.y(), 1);
                }
            });
        }
        if (!(histogram.sum() > 0)) {
            throw new IllegalStateException("nothing was counted");
        }
    }
}
