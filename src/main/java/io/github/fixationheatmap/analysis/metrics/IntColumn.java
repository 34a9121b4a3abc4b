package io.github.fixationheatmap.analysis.metrics;

import java.util.Arrays;

/** A list of ints that grows, 4 bytes each. */
public final class IntColumn {

    private static final int MIN_CAPACITY = 16;
    private static final int LARGE = 1 << 20;

    private int[] values = {};
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, capacityAfter(size));
        }
        values[size++] = value;
    }

    public int get(int index) {
        return values[index];
    }

    public int size() {
        return size;
    }

    /** The capacity after a full one: half as much again, and an eighth for large lists, so that little memory stays unused. */
    private static int capacityAfter(int full) {
        return Math.max(MIN_CAPACITY, Math.addExact(full, full < LARGE ? full / 2 : full / 8));
    }

    /** A list of longs that grows in the same way, 8 bytes each. */
    static final class OfLongs {

        private long[] values = {};
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, capacityAfter(size));
            }
            values[size++] = value;
        }

        long get(int index) {
            return values[index];
        }
    }
}
