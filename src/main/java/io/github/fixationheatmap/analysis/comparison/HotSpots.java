package io.github.fixationheatmap.analysis.comparison;

import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;

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
    /** How often each resample has each recording. */
    private final int[][] counts;
    /** The recordings that each resample has. */
    private final int[][] members;
    /** The bins of each tile. */
    private final int[][] tiles;
    private final TimeCheck time;

    private HotSpots(RecordingMaps maps, TimeCheck time) {
        this.maps = maps;
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
        this.tiles = tiles(maps.grid().nx(), maps.grid().ny());
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
        double[] largest = largest(bounds);
        int nx = maps.grid().nx();
        double[][] shares = new double[maps.grid().ny()][nx];
        Workers.forEach(tiles.length, () -> {
            Tile tile = new Tile();
            int[] hot = new int[SIDE * SIDE];
            return number -> {
                time.check();
                Arrays.fill(hot, 0);
                tile.open(number);
                for (int resample = 0; resample < RESAMPLES; resample++) {
                    if (bounds[resample][number] >= largest[resample] / 2) {
                        tile.countHot(resample, largest[resample] / 2, hot);
                    }
                }
                for (int i = 0; i < tiles[number].length; i++) {
                    shares[tiles[number][i] / nx][tiles[number][i] % nx] = (double) hot[i] / RESAMPLES;
                }
            };
        });
        return shares;
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
                    peaks[recording][number] = Arrays.stream(values, 0, tiles[number].length).max().orElseThrow();
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
    private double[] largest(double[][] bounds) {
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
                            largest[resample] = Math.max(largest[resample], tile.largest(resample));
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
            addOne(totals, 1, ofResample);
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

        double largest(int resample) {
            addUp(resample);
            return Arrays.stream(sums, 0, tiles[number].length).max().orElseThrow();
        }

        void countHot(int resample, double half, int[] hot) {
            addUp(resample);
            for (int i = 0; i < tiles[number].length; i++) {
                hot[i] += sums[i] >= half ? 1 : 0;
            }
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
}
