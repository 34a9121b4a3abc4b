package io.github.fixationheatmap.analysis.comparison;

import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.Workers;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * In which share of resamples of recordings with replacement a bin's mean is at least half of the largest mean.
 *
 * <p>Most bins are far below half. The largest values of a tile of bins, added up as the bins are, are no smaller than the sum of any of
 * its bins, because rounding keeps the order of numbers. So a tile whose bound is too small needs no sums.
 */
public final class HotSpots {

    /** The share of resamples from which on a bin belongs to a hot spot that can be trusted. */
    public static final double CONFIDENT = 0.95;

    private static final int RESAMPLES = 1000;

    /** A tile has this many bins at each side. */
    private static final int SIDE = 8;

    /** How many resamples a thread looks at together. */
    private static final int TOGETHER = 125;

    private final RecordingMaps maps;
    /** The recordings that each resample has, made up to a multiple of four. */
    private final int[][] members;
    /** How often a resample has each of its {@link #members}; 0 for those that make up the number. */
    private final double[][] counts;
    /** The bins of each tile. */
    private final int[][] tiles;
    private final TimeCheck time;

    private HotSpots(RecordingMaps maps, TimeCheck time) {
        this.maps = maps;
        this.time = time;
        this.members = new int[RESAMPLES][];
        this.counts = new double[RESAMPLES][];
        RandomNumbers random = new RandomNumbers(Stability.SEED);
        for (int resample = 0; resample < RESAMPLES; resample++) {
            draw(resample, random);
        }
        this.tiles = tiles(maps.grid().nx(), maps.grid().ny());
    }

    private void draw(int resample, RandomNumbers random) {
        int[] drawn = new int[maps.ids().size()];
        for (int i = 0; i < drawn.length; i++) {
            drawn[random.below(drawn.length)]++;
        }
        int[] found = IntStream.range(0, drawn.length).filter(i -> drawn[i] > 0).toArray();
        members[resample] = Arrays.copyOf(found, Math.ceilDiv(found.length, 4) * 4);
        counts[resample] = new double[members[resample].length];
        for (int i = 0; i < found.length; i++) {
            counts[resample][i] = drawn[found[i]];
        }
    }

    private static int[][] tiles(int nx, int ny) {
        int across = Math.ceilDiv(nx, SIDE);
        return IntStream.range(0, across * Math.ceilDiv(ny, SIDE)).mapToObj(tile -> {
            int left = tile % across * SIDE;
            int top = tile / across * SIDE;
            return IntStream.range(top, Math.min(top + SIDE, ny))
                    .flatMap(y -> IntStream.range(left, Math.min(left + SIDE, nx)).map(x -> y * nx + x)).toArray();
        }).toArray(int[][]::new);
    }

    /**
     * The share of each bin, {@code [ny][nx]}.
     *
     * @param maps of any recordings
     * @param time is looked at by every long loop
     */
    public static double[][] confidence(RecordingMaps maps, TimeCheck time) {
        return new HotSpots(maps, time).confidence();
    }

    private double[][] confidence() {
        double[][] bounds = bounds();
        double[] largest = largestSums(bounds);
        BitSet[] resamples = reaching(bounds, largest);
        int nx = maps.grid().nx();
        double[][] shares = new double[maps.grid().ny()][nx];
        Workers.forEach(tiles.length, () -> {
            Tile tile = new Tile();
            int[] hot = new int[SIDE * SIDE];
            return number -> {
                time.check();
                Arrays.fill(hot, 0);
                tile.open(number);
                resamples[number].stream().forEach(resample -> tile.countHot(resample, largest[resample] / 2, hot));
                for (int i = 0; i < tiles[number].length; i++) {
                    shares[tiles[number][i] / nx][tiles[number][i] % nx] = (double) hot[i] / RESAMPLES;
                }
            };
        });
        return shares;
    }

    /** For each tile the resamples in which it may reach half of the largest sum. */
    private BitSet[] reaching(double[][] bounds, double[] largest) {
        BitSet[] resamples = Stream.generate(() -> new BitSet(RESAMPLES)).limit(tiles.length).toArray(BitSet[]::new);
        for (int resample = 0; resample < RESAMPLES; resample++) {
            double half = largest[resample] / 2;
            for (int number = 0; number < tiles.length; number++) {
                if (bounds[resample][number] >= half) {
                    resamples[number].set(resample);
                }
            }
        }
        return resamples;
    }

    /** For each resample and tile, what no sum of its bins exceeds. */
    private double[][] bounds() {
        double[][] peaks = new double[maps.ids().size()][tiles.length];
        Workers.forEach(peaks.length, () -> {
            double[] values = new double[SIDE * SIDE];
            return recording -> {
                time.check();
                for (int number = 0; number < tiles.length; number++) {
                    maps.gather(recording, tiles[number], 0, values, tiles[number].length);
                    peaks[recording][number] = max(values, tiles[number].length);
                }
            };
        });
        double[][] bounds = new double[RESAMPLES][tiles.length];
        Workers.forEach(RESAMPLES, () -> resample -> {
            time.check();
            addUp(peaks, counts[resample], members[resample], bounds[resample]);
        });
        return bounds;
    }

    /** The largest sum of each resample. Tiles that look highest come first, so that most of the others need no sums. */
    private double[] largestSums(double[][] bounds) {
        int[] order = fromHighest(bounds);
        double[] largest = new double[RESAMPLES];
        Workers.forEach(RESAMPLES / TOGETHER, () -> {
            Tile tile = new Tile();
            return number -> {
                int first = number * TOGETHER;
                for (int at : order) {
                    time.check();
                    tile.open(at);
                    for (int resample = first; resample < first + TOGETHER; resample++) {
                        if (bounds[resample][at] > largest[resample]) {
                            largest[resample] = Math.max(largest[resample], tile.largestSum(resample));
                        }
                    }
                }
            };
        });
        return largest;
    }

    private static int[] fromHighest(double[][] bounds) {
        double[] totals = new double[bounds[0].length];
        for (double[] ofResample : bounds) {
            for (int number = 0; number < totals.length; number++) {
                totals[number] += ofResample[number];
            }
        }
        return IntStream.range(0, totals.length).boxed().sorted((a, b) -> Double.compare(totals[b], totals[a]))
                .mapToInt(Integer::intValue).toArray();
    }

    /** The sums of the bins of a tile. Values of recordings are taken when they are first needed. One thread. */
    private final class Tile {

        private final double[][] rows = new double[maps.ids().size()][SIDE * SIDE];
        private final double[] sums = new double[SIDE * SIDE];
        private int number;
        private boolean empty;

        void open(int tile) {
            number = tile;
            empty = true;
        }

        private void addUp(int resample) {
            if (empty) {
                for (int i = 0; i < rows.length; i++) {
                    maps.gather(i, tiles[number], 0, rows[i], tiles[number].length);
                }
                empty = false;
            }
            Arrays.fill(sums, 0);
            HotSpots.addUp(rows, counts[resample], members[resample], sums);
        }

        double largestSum(int resample) {
            addUp(resample);
            return max(sums, tiles[number].length);
        }

        void countHot(int resample, double half, int[] hot) {
            addUp(resample);
            for (int i = 0; i < tiles[number].length; i++) {
                hot[i] += sums[i] >= half ? 1 : 0;
            }
        }
    }

    private static double max(double[] values, int count) {
        double largest = values[0];
        for (int i = 1; i < count; i++) {
            largest = Math.max(largest, values[i]);
        }
        return largest;
    }

    /** Four rows at a time, so that sums are read and written less often. */
    private static void addUp(double[][] rows, double[] counts, int[] members, double[] sums) {
        for (int i = 0; i < members.length; i += 4) {
            addFour(sums, counts[i], rows[members[i]], counts[i + 1], rows[members[i + 1]],
                    counts[i + 2], rows[members[i + 2]], counts[i + 3], rows[members[i + 3]]);
        }
    }

    private static void addFour(
            double[] sums, double ofA, double[] a, double ofB, double[] b, double ofC, double[] c, double ofD, double[] d) {
        for (int bin = 0; bin < sums.length; bin++) {
            sums[bin] += (ofA * a[bin] + ofB * b[bin]) + (ofC * c[bin] + ofD * d[bin]);
        }
    }
}
