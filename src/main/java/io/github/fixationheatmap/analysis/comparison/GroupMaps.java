package io.github.fixationheatmap.analysis.comparison;

import io.github.fixationheatmap.analysis.grid.Grid;
import java.util.List;

/**
 * The mean map of each group, and their differences, each kind on one scale. All arrays are copies, {@code [ny][nx]}.
 */
public final class GroupMaps {

    private GroupMaps() {}

    /** The means of the recordings of each group. */
    public static GroupMaps of(ComparedGroups groups, RecordingMaps recordings) {
        throw new UnsupportedOperationException();
    }

    /** The grid of all maps. */
    public Grid grid() {
        throw new UnsupportedOperationException();
    }

    /** The names of the groups, in their order. */
    public List<String> names() {
        throw new UnsupportedOperationException();
    }

    /** The mean map of a group: shares of weight. */
    public double[][] mean(String group) {
        throw new UnsupportedOperationException();
    }

    /** The largest mean of any group and bin: what 1 means in {@link #scaled}. */
    public double largestMean() {
        throw new UnsupportedOperationException();
    }

    /** The mean map of a group divided by {@link #largestMean}: 0 to 1. */
    public double[][] scaled(String group) {
        throw new UnsupportedOperationException();
    }

    /** The mean of the first group less that of the second. */
    public double[][] difference(String first, String second) {
        throw new UnsupportedOperationException();
    }

    /** The largest absolute difference of any pair of groups and bin: what 1 means in {@link #scaledDifference}; 0 if all are equal. */
    public double largestDifference() {
        throw new UnsupportedOperationException();
    }

    /** The difference divided by {@link #largestDifference}: -1 to 1; 0 everywhere if all groups have equal maps. */
    public double[][] scaledDifference(String first, String second) {
        throw new UnsupportedOperationException();
    }
}
