package io.github.fixationheatmap.analysis.comparison;

import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.Workers;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** In which share of resamples of recordings with replacement a bin's mean is at least half of the largest mean. */
final class HotSpots {

    private static final int RESAMPLES = 1000;

    /** How many resamples a thread looks at together. */
    private static final int TOGETHER = 50;

    private static final int BLOCK = 256;

    private final RecordingMaps maps;
    private final int bins;
    /** How often each resample has each recording. */
    private final int[][] counts;
    /** The recordings that each resample has. */
    private final int[][] members;
    private final TimeCheck time;

    private HotSpots(RecordingMaps maps, TimeCheck time) {
        this.maps = maps;
        this.bins = maps.grid().nx() * maps.grid().ny();
        this.counts = new int[RESAMPLES][maps.ids().size()];
        this.time = time;
        RandomNumbers random = new RandomNumbers(Stability.SEED);
        for (int[] count : counts) {
            for (int i = 0; i < count.length; i++) {
                count[random.below(count.length)]++;
            }
        }
        this.members = Arrays.stream(counts)
                .map(count -> IntStream.range(0, count.length).filter(i -> count[i] > 0).toArray()).toArray(int[][]::new);
    }

    /** The share of each bin, {@code [ny][nx]}. */
    static double[][] confidence(RecordingMaps maps, TimeCheck time) {
        return new HotSpots(maps, time).confidence();
    }

    private double[][] confidence() {
        Queue<int[]> ofThreads = new ConcurrentLinkedQueue<>();
        Workers.forEach(RESAMPLES / TOGETHER, () -> {
            int[] hot = new int[bins];
            ofThreads.add(hot);
            double[][] sums = new double[TOGETHER][bins];
            double[][] rows = new double[maps.ids().size()][BLOCK];
            return number -> {
                for (int from = 0; from < bins; from += BLOCK) {
                    time.check();
                    addUp(rows, from, number * TOGETHER, sums);
                }
                for (double[] sum : sums) {
                    countHot(sum, hot);
                }
            };
        });
        int nx = maps.grid().nx();
        double[][] shares = new double[maps.grid().ny()][nx];
        for (int bin = 0; bin < bins; bin++) {
            int at = bin;
            shares[bin / nx][bin % nx] = (double) ofThreads.stream().mapToInt(hot -> hot[at]).sum() / RESAMPLES;
        }
        return shares;
    }

    /** Sums of a block of bins, for all resamples that a thread looks at, while the block is in the cache. */
    private void addUp(double[][] rows, int from, int firstResample, double[][] sums) {
        int length = Math.min(BLOCK, bins - from);
        for (int i = 0; i < rows.length; i++) {
            maps.copy(i, from, rows[i], length);
        }
        double[] block = new double[BLOCK];
        for (int resample = 0; resample < TOGETHER; resample++) {
            Arrays.fill(block, 0);
            addUp(rows, counts[firstResample + resample], members[firstResample + resample], block);
            System.arraycopy(block, 0, sums[resample], from, length);
        }
    }

    /** Four rows at a time, so that sums are read and written less often. */
    private static void addUp(double[][] rows, int[] counts, int[] members, double[] sums) {
        int i = 0;
        for (; i + 4 <= members.length; i += 4) {
            addFour(sums, counts[members[i]], rows[members[i]], counts[members[i + 1]], rows[members[i + 1]],
                    counts[members[i + 2]], rows[members[i + 2]], counts[members[i + 3]], rows[members[i + 3]]);
        }
        for (; i < members.length; i++) {
            addOne(sums, counts[members[i]], rows[members[i]]);
        }
    }

    private static void addFour(
            double[] sums, double ofA, double[] a, double ofB, double[] b, double ofC, double[] c, double ofD, double[] d) {
        for (int bin = 0; bin < sums.length; bin++) {
            sums[bin] += (ofA * a[bin] + ofB * b[bin]) + (ofC * c[bin] + ofD * d[bin]);
        }
    }

    private static void addOne(double[] sums, double count, double[] a) {
        for (int bin = 0; bin < sums.length; bin++) {
            sums[bin] += count * a[bin];
        }
    }

    private static void countHot(double[] sums, int[] hot) {
        double half = 0;
        for (double sum : sums) {
            half = Math.max(half, sum);
        }
        half /= 2;
        for (int bin = 0; bin < sums.length; bin++) {
            hot[bin] += sums[bin] >= half ? 1 : 0;
        }
    }
}
