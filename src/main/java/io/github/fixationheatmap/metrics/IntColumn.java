package io.github.fixationheatmap.metrics;

import java.util.Arrays;

/** A list of ints that grows, 4 bytes each. */
final class IntColumn {

    private int[] values = {};
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Growth.next(size));
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }
}
