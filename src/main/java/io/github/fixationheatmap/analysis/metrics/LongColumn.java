package io.github.fixationheatmap.analysis.metrics;

import java.util.Arrays;

/** A list of longs that grows, 8 bytes each. */
final class LongColumn {

    private long[] values = {};
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Growth.next(size));
        }
        values[size++] = value;
    }

    long get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }
}
