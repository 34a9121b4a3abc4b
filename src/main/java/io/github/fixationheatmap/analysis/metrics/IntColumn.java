package io.github.fixationheatmap.analysis.metrics;

import java.util.Arrays;

/** A list of ints that grows, 4 bytes each. */
public final class IntColumn {

    private int[] values = {};
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Growth.next(size));
        }
        values[size++] = value;
    }

    public int get(int index) {
        return values[index];
    }

    public int size() {
        return size;
    }
}
