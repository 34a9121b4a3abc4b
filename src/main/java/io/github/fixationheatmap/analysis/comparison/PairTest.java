package io.github.fixationheatmap.analysis.comparison;

import io.github.fixationheatmap.analysis.comparison.GroupComparison.PermutationTest;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.Workers;
import io.github.fixationheatmap.options.ComparisonOptions;
import io.github.fixationheatmap.options.ComparisonOptions.Correction;
import io.github.fixationheatmap.options.ComparisonOptions.Design;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Tests each bin of a pair of groups by permutation of participants. The largest statistic over all bins is kept of each relabeling: what
 * is compared with it is corrected for the number of bins (T. E. Nichols and A. P. Holmes, "Nonparametric permutation tests for functional
 * neuroimaging", 2002; E. Maris and R. Oostenveld, "Nonparametric statistical testing of EEG- and MEG-data", 2007).
 *
 * <p>The largest of many numbers does not depend on their order. So the result does not depend on the number of threads.
 */
final class PairTest {

    /** Bins below this part of the largest mean are not tested. */
    private static final double MASK = 0.01;

    /** A statistic that is smaller than another by this part of it or less is as large: both are rounded. */
    private static final double TOLERANCE = 1e-10;

    /** How many relabelings are held at a time. */
    private static final int BATCH = 1024;

    /** How many maps of statistics a thread holds at a time. */
    private static final int MAPS = 32;

    private static final int RELABELINGS_PER_LOOK = 64;

    private final Design design;
    private final RecordingMaps maps;
    private final int first;
    private final int second;
    private final int[] members;
    private final int[] bins;
    private final ComparisonOptions options;
    private final TimeCheck time;

    private PairTest(Design design, RecordingMaps maps, int[] first, int[] second, ComparisonOptions options, TimeCheck time) {
        this.design = design;
        this.maps = maps;
        this.first = first.length;
        this.second = second.length;
        this.members = IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
        this.bins = mask(maps, members);
        this.options = options;
        this.time = time;
    }

    /**
     * Tests the difference of two groups.
     *
     * @param first the numbers of the first group's maps, in the order in which participants are numbered
     * @param second those of the second group; in a paired design with the same wearers at the same places
     */
    static PermutationTest of(
            Design design, RecordingMaps maps, int[] first, int[] second, ComparisonOptions options, TimeCheck time) {
        return new PairTest(design, maps, first, second, options, time).test();
    }

    /** The bins in which the mean of maps is at least 1 % of its largest value. */
    static int[] mask(RecordingMaps maps, int[] members) {
        double[] mean = Arrays.stream(GroupMaps.mean(maps, members)).flatMapToDouble(Arrays::stream).toArray();
        double least = MASK * Arrays.stream(mean).max().orElse(0);
        return least > 0 ? IntStream.range(0, mean.length).filter(bin -> mean[bin] >= least).toArray() : new int[0];
    }

    private PermutationTest test() {
        Relabelings relabelings = new Relabelings(design, first, second, options.permutations(), options.seed());
        double[] observed = observed();
        double[] largest = largest(relabelings);
        Arrays.sort(largest);
        double[] p = new double[bins.length];
        for (int bin = 0; bin < p.length; bin++) {
            int count = atLeast(largest, Math.abs(observed[bin]) * (1 - TOLERANCE));
            p[bin] = switch (relabelings.sampling()) {
                case ALL -> (double) count / largest.length;
                case RANDOM -> (1.0 + count) / (1.0 + largest.length);
            };
        }
        Grid grid = maps.grid();
        int found = (int) Arrays.stream(p).filter(value -> value <= options.alpha()).count();
        return new PermutationTest(
                options.correction(), relabelings.sampling(), relabelings.total(), rows(observed), rows(p),
                Arrays.stream(observed).map(Math::abs).max().orElse(0), Arrays.stream(p).min().orElse(1),
                bins.length, found, (double) found / (grid.nx() * grid.ny()));
    }

    private double[] observed() {
        double[] statistics = new double[bins.length];
        int[] labels = IntStream.range(0, first).toArray();
        BlockStatistic block = new BlockStatistic(design, first, second);
        for (int from = 0; from < bins.length; from += BlockStatistic.LENGTH) {
            block.load(maps, members, bins, from);
            block.statistics(labels, statistics, from);
        }
        if (options.correction() == Correction.TFCE) {
            enhancement().enhance(statistics);
        }
        return statistics;
    }

    private ClusterEnhancement enhancement() {
        return new ClusterEnhancement(maps.grid().nx(), maps.grid().ny(), bins);
    }

    /** The largest absolute statistic of each relabeling. */
    private double[] largest(Relabelings relabelings) {
        double[] largest = new double[relabelings.total()];
        int done = 0;
        while (done < largest.length) {
            int[][] batch = relabelings.next(BATCH);
            double[] ofBatch = switch (options.correction()) {
                case MAX -> largestByBlocks(batch);
                case TFCE -> largestEnhanced(batch);
            };
            System.arraycopy(ofBatch, 0, largest, done, batch.length);
            done += batch.length;
        }
        return largest;
    }

    /** Block by block of bins: a block stays in the cache while all relabelings of a batch are looked at. */
    private double[] largestByBlocks(int[][] batch) {
        Queue<double[]> ofThreads = new ConcurrentLinkedQueue<>();
        Workers.forEach(Math.ceilDiv(bins.length, BlockStatistic.LENGTH), () -> {
            double[] squares = new double[batch.length];
            ofThreads.add(squares);
            BlockStatistic block = new BlockStatistic(design, first, second);
            return number -> {
                block.load(maps, members, bins, number * BlockStatistic.LENGTH);
                for (int i = 0; i < batch.length; i++) {
                    if (i % RELABELINGS_PER_LOOK == 0) {
                        time.check();
                    }
                    squares[i] = Math.max(squares[i], block.largestSquare(batch[i]));
                }
            };
        });
        return IntStream.range(0, batch.length)
                .mapToDouble(i -> Math.sqrt(ofThreads.stream().mapToDouble(squares -> squares[i]).max().orElse(0))).toArray();
    }

    /** Clusters need whole maps, so a thread makes a few maps at a time. */
    private double[] largestEnhanced(int[][] batch) {
        double[] largest = new double[batch.length];
        Workers.forEach(Math.ceilDiv(batch.length, MAPS), () -> {
            double[][] statistics = new double[MAPS][bins.length];
            BlockStatistic block = new BlockStatistic(design, first, second);
            ClusterEnhancement enhancement = enhancement();
            return number -> {
                int start = number * MAPS;
                int count = Math.min(MAPS, batch.length - start);
                for (int from = 0; from < bins.length; from += BlockStatistic.LENGTH) {
                    time.check();
                    block.load(maps, members, bins, from);
                    for (int i = 0; i < count; i++) {
                        block.statistics(batch[start + i], statistics[i], from);
                    }
                }
                for (int i = 0; i < count; i++) {
                    time.check();
                    largest[start + i] = enhancement.largest(statistics[i]);
                }
            };
        });
        return largest;
    }

    /** How many of the sorted values are at least as large. */
    private static int atLeast(double[] sorted, double least) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return sorted.length - low;
    }

    private double[][] rows(double[] ofBins) {
        double[][] rows = new double[maps.grid().ny()][maps.grid().nx()];
        for (double[] row : rows) {
            Arrays.fill(row, Double.NaN);
        }
        for (int i = 0; i < bins.length; i++) {
            rows[bins[i] / maps.grid().nx()][bins[i] % maps.grid().nx()] = ofBins[i];
        }
        return rows;
    }
}
