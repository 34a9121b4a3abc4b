package io.github.fixationheatmap.read.export;

/** A set of numbers other than 0 without objects: open addressing, 13 to 27 bytes a number. */
final class LongHashSet {

    /** The numbers, at their own place or the next free one; 0 is free. The length is a power of two. */
    private long[] slots = new long[1 << 10];
    private int size;

    /** Adds a number, whose bits are well mixed. Returns false if it is there already. */
    boolean add(long number) {
        if (!insert(slots, number)) {
            return false;
        }
        size++;
        if (size > slots.length / 5 * 3) {
            long[] larger = new long[2 * slots.length];
            for (long old : slots) {
                if (old != 0) {
                    insert(larger, old);
                }
            }
            slots = larger;
        }
        return true;
    }

    private static boolean insert(long[] slots, long number) {
        int at = (int) number & (slots.length - 1);
        while (slots[at] != 0) {
            if (slots[at] == number) {
                return false;
            }
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = number;
        return true;
    }

    int size() {
        return size;
    }
}
