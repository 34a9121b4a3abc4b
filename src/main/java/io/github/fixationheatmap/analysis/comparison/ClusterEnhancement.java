package io.github.fixationheatmap.analysis.comparison;

import java.util.Arrays;

/**
 * Threshold-free cluster enhancement (S. M. Smith and T. E. Nichols, "Threshold-free cluster enhancement", 2009): the value of a bin is
 * the sum over thresholds h = 0.1, 0.2, ... up to its statistic of {@code e^0.5 h^2 0.1}, where e is the size of the cluster of bins at or
 * above h that it belongs to. Eight neighbours are connected; positive and negative statistics are apart. One thread.
 *
 * <p>Thresholds are taken from high to low. Clusters only grow then, so they are kept as trees that are joined. What a cluster adds to its
 * bins is added to the root of its tree alone, once for all thresholds at which the cluster stays the same.
 */
final class ClusterEnhancement {

    private static final double STEP = 0.1;

    /** Up to this many levels, bins are sorted by counting. */
    private static final int MAX_COUNTED = 1 << 16;

    /** The cells next to each bin's own, with a frame of cells that stay empty. */
    private final int[] around;
    private final int[] cells;
    private final int[] levels;
    private final int[] order;
    /** 1 and -1 where a bin was reached, by its sign. */
    private final byte[] signs;
    private final int[] parents;
    private final int[] sizes;
    /** Of roots: the level down to which they are complete. */
    private final int[] done;
    /** Of roots: the value of the root's bin. Of joined trees: what their bins have more than the root that they were joined to. */
    private final double[] values;
    private final int[] joined;
    private final int[] joinedTo;
    private int joins;

    /**
     * Arrays for a map.
     *
     * @param nx bins along the width of the map
     * @param ny bins along its height
     * @param bins the bins that are tested, {@code y * nx + x}, in ascending order
     */
    ClusterEnhancement(int nx, int ny, int[] bins) {
        int width = nx + 2;
        int count = width * (ny + 2);
        this.around = new int[] {-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1};
        this.cells = Arrays.stream(bins).map(bin -> (bin / nx + 1) * width + bin % nx + 1).toArray();
        this.levels = new int[bins.length];
        this.order = new int[bins.length];
        this.signs = new byte[count];
        this.parents = new int[count];
        this.sizes = new int[count];
        this.done = new int[count];
        this.values = new double[count];
        this.joined = new int[bins.length];
        this.joinedTo = new int[bins.length];
    }

    /** Replaces the statistics of bins by their enhanced values, which have the same signs. */
    void enhance(double[] statistics) {
        int reached = sortByLevel(statistics);
        Arrays.fill(signs, (byte) 0);
        joins = 0;
        for (int i = 0; i < reached; i++) {
            int bin = order[i];
            add(cells[bin], levels[bin], statistics[bin] > 0 ? (byte) 1 : -1);
        }
        for (int i = 0; i < reached; i++) {
            int cell = cells[order[i]];
            if (parents[cell] == cell) {
                complete(cell, 0);
            }
        }
        // Whatever a tree was joined to was joined later, or is a root.
        for (int i = joins - 1; i >= 0; i--) {
            values[joined[i]] += values[joinedTo[i]];
        }
        for (int bin = 0; bin < statistics.length; bin++) {
            statistics[bin] = levels[bin] == 0 ? 0 : signs[cells[bin]] * values[cells[bin]];
        }
    }

    /** The largest absolute value of the statistics when they are enhanced. */
    double largest(double[] statistics) {
        enhance(statistics);
        double largest = 0;
        for (double value : statistics) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** Orders bins from the highest level to 1, and returns how many those are. Level k is reached at k steps. */
    private int sortByLevel(double[] statistics) {
        int highest = 0;
        for (int bin = 0; bin < statistics.length; bin++) {
            levels[bin] = level(Math.abs(statistics[bin]));
            highest = Math.max(highest, levels[bin]);
        }
        if (highest > MAX_COUNTED) {
            return sortHighLevels();
        }
        int[] ends = new int[highest + 2];
        for (int level : levels) {
            ends[highest - level + 1]++;
        }
        for (int i = 1; i < ends.length; i++) {
            ends[i] += ends[i - 1];
        }
        int reached = ends[highest];
        for (int bin = 0; bin < levels.length; bin++) {
            if (levels[bin] > 0) {
                order[ends[highest - levels[bin]]++] = bin;
            }
        }
        return reached;
    }

    private int sortHighLevels() {
        long[] keys = new long[levels.length];
        for (int bin = 0; bin < keys.length; bin++) {
            keys[bin] = ((long) -levels[bin] << 32) | bin;
        }
        Arrays.sort(keys);
        int reached = 0;
        for (long key : keys) {
            order[reached] = (int) key;
            reached += levels[(int) key] > 0 ? 1 : 0;
            if (levels[(int) key] == 0) {
                break;
            }
        }
        return reached;
    }

    private static int level(double statistic) {
        int level = (int) (statistic / STEP);
        // The quotient may be rounded across a whole number.
        if ((level + 1) * STEP <= statistic) {
            return level + 1;
        }
        return level * STEP > statistic ? level - 1 : level;
    }

    /** Adds a bin, and joins the clusters around it. */
    private void add(int cell, int level, byte sign) {
        signs[cell] = sign;
        parents[cell] = cell;
        sizes[cell] = 1;
        done[cell] = level;
        values[cell] = 0;
        int root = cell;
        for (int step : around) {
            int neighbour = cell + step;
            if (signs[neighbour] == sign) {
                int other = root(neighbour);
                if (other != root) {
                    root = join(root, other, level);
                }
            }
        }
    }

    private int root(int cell) {
        int at = cell;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private int join(int first, int second, int level) {
        int large = sizes[first] >= sizes[second] ? first : second;
        int small = large == first ? second : first;
        complete(large, level);
        complete(small, level);
        sizes[large] += sizes[small];
        parents[small] = large;
        values[small] -= values[large];
        joined[joins] = small;
        joinedTo[joins] = large;
        joins++;
        return large;
    }

    /** Adds what a cluster's size gives at all levels above one, down to which it did not change. */
    private void complete(int root, int level) {
        if (done[root] > level) {
            values[root] += Math.sqrt(sizes[root]) * (squaresTo(done[root]) - squaresTo(level));
            done[root] = level;
        }
    }

    /** The sum of {@code h^2 0.1} for all thresholds up to a level. */
    private static double squaresTo(double level) {
        return STEP * STEP * STEP * level * (level + 1) * (2 * level + 1) / 6;
    }
}
