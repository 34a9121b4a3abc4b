package io.github.fixationheatmap.analysis.metrics;

import io.github.fixationheatmap.model.FixationListener.LimitExceededException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The fixations that hit an AOI, in the file's order, stored by column: 36 bytes each if their ids are numbers. */
public final class HitTable {

    private static final int MAX_DIGITS = 18;

    /** The memory that ids may take that are not numbers. */
    private static final long MAX_ID_BYTES = 128L << 20;

    /** The memory that a string takes beside its characters. */
    private static final int BYTES_PER_STRING = 64;

    private final IntColumn section = new IntColumn();
    private final IntColumn rowInSection = new IntColumn();
    private final LongColumn start = new LongColumn();
    private final LongColumn end = new LongColumn();
    private final LongColumn id = new LongColumn();
    private final List<String> otherIds = new ArrayList<>();
    private long idBytes;

    /** Adds a fixation that is the {@code row}th of its section, counted from 1, and returns its number in this table. */
    int add(int sectionNumber, int row, long startNs, long endNs, String fixationId) {
        section.add(sectionNumber);
        rowInSection.add(row);
        start.add(startNs);
        end.add(endNs);
        id.add(pack(fixationId));
        return section.size() - 1;
    }

    int section(int hit) {
        return section.get(hit);
    }

    int rowInSection(int hit) {
        return rowInSection.get(hit);
    }

    long start(int hit) {
        return start.get(hit);
    }

    long end(int hit) {
        return end.get(hit);
    }

    /** The fixation's duration in ms. */
    public long ms(int hit) {
        return Rounding.ms(end(hit) - start(hit));
    }

    /** The fixation's id. */
    public String id(int hit) {
        long packed = id.get(hit);
        return packed >= 0 ? Long.toString(packed) : otherIds.get((int) -(packed + 1));
    }

    /** The ids of the fixations that are not stored as numbers, one for each fixation. */
    public Stream<String> textIds() {
        return otherIds.stream();
    }

    /** The numbers of the sections that have a fixation here, in order. */
    IntStream sections() {
        BitSet numbers = new BitSet();
        for (int i = 0; i < section.size(); i++) {
            numbers.set(section.get(i));
        }
        return numbers.stream();
    }

    /** A small number, as most ids are, is stored as it is; any other id goes into a list, and minus its number there is stored. */
    private long pack(String text) {
        if (text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.length() == 1 || text.charAt(0) != '0')) {
            return Long.parseLong(text);
        }
        idBytes += BYTES_PER_STRING + text.length();
        if (idBytes > MAX_ID_BYTES) {
            throw new LimitExceededException(otherIds.size() + " ids up to here that are no whole numbers",
                    "ids of fixations in areas that take at most " + (MAX_ID_BYTES >> 20) + " MB, " + BYTES_PER_STRING
                            + " bytes and the characters of each, or whole numbers");
        }
        otherIds.add(text);
        return -otherIds.size();
    }

    /** A list of ints that grows, 4 bytes each. */
    public static final class IntColumn {

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
    }

    /** A list of longs that grows in the same way, 8 bytes each. */
    static final class LongColumn {

        private long[] values = {};
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, IntColumn.capacityAfter(size));
            }
            values[size++] = value;
        }

        long get(int index) {
            return values[index];
        }
    }
}
