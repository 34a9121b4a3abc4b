package io.github.fixationheatmap.analysis.comparison;

import io.github.fixationheatmap.analysis.grid.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The mean map of each group, and their differences, each kind on one scale. All arrays are copies, {@code [ny][nx]}. Immutable.
 */
public final class GroupMaps {

    private final Grid grid;
    private final List<String> names;
    private final List<double[][]> means;
    private final double largestMean;
    private final double largestDifference;

    private GroupMaps(Grid grid, List<String> names, List<double[][]> means) {
        this.grid = grid;
        this.names = names;
        this.means = means;
        this.largestMean = means.stream().mapToDouble(GroupMaps::largest).max().orElse(0);
        double difference = 0;
        for (int a = 0; a < means.size(); a++) {
            for (int b = a + 1; b < means.size(); b++) {
                difference = Math.max(difference, largest(minus(means.get(a), means.get(b))));
            }
        }
        this.largestDifference = difference;
    }

    /** The means of the recordings of each group. */
    public static GroupMaps of(ComparedGroups groups, RecordingMaps recordings) {
        List<double[][]> means = new ArrayList<>();
        for (ComparedGroups.Members group : groups.groups()) {
            means.add(mean(recordings, recordings.numbers(group.recordings())));
        }
        return new GroupMaps(recordings.grid(), groups.groups().stream().map(ComparedGroups.Members::name).toList(), means);
    }

    /** The mean of some recordings' maps. */
    static double[][] mean(RecordingMaps recordings, int[] numbers) {
        int nx = recordings.grid().nx();
        double[][] mean = new double[recordings.grid().ny()][nx];
        double[] row = new double[nx];
        for (int y = 0; y < mean.length; y++) {
            for (int number : numbers) {
                recordings.copy(number, y * nx, row, nx);
                for (int x = 0; x < nx; x++) {
                    mean[y][x] += row[x];
                }
            }
            for (int x = 0; x < nx; x++) {
                mean[y][x] /= numbers.length;
            }
        }
        return mean;
    }

    /** The grid of all maps. */
    public Grid grid() {
        return grid;
    }

    /** The names of the groups, in their order. */
    public List<String> names() {
        return names;
    }

    /** The mean map of a group: shares of weight. */
    public double[][] mean(String group) {
        return map(mean(names.indexOf(group)), v -> v);
    }

    /** The mean map of a group by its place, not a copy. */
    double[][] mean(int group) {
        return means.get(group);
    }

    /** The largest mean of any group and bin: what 1 means in {@link #scaled}. */
    public double largestMean() {
        return largestMean;
    }

    /** The mean map of a group divided by {@link #largestMean}: 0 to 1. */
    public double[][] scaled(String group) {
        return map(mean(group), v -> v / largestMean);
    }

    /** The mean of the first group less that of the second. */
    public double[][] difference(String first, String second) {
        return minus(mean(first), mean(second));
    }

    /** The largest absolute difference of any pair of groups and bin: what 1 means in {@link #scaledDifference}; 0 if all are equal. */
    public double largestDifference() {
        return largestDifference;
    }

    /** The difference divided by {@link #largestDifference}: -1 to 1; 0 everywhere if all groups have equal maps. */
    public double[][] scaledDifference(String first, String second) {
        double[][] difference = difference(first, second);
        return largestDifference > 0 ? map(difference, v -> v / largestDifference) : difference;
    }

    private static double[][] minus(double[][] first, double[][] second) {
        double[][] difference = map(first, v -> v);
        for (int y = 0; y < first.length; y++) {
            for (int x = 0; x < first[y].length; x++) {
                difference[y][x] -= second[y][x];
            }
        }
        return difference;
    }

    private static double[][] map(double[][] rows, DoubleUnaryOperator change) {
        return Arrays.stream(rows).map(row -> Arrays.stream(row).map(change).toArray()).toArray(double[][]::new);
    }

    private static double largest(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    }
}
