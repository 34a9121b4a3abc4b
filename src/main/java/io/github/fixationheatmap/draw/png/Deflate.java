package io.github.fixationheatmap.draw.png;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A deflate encoder (RFC 1951) for filtered rows of a photo: runs of one byte and a dynamic Huffman code of its own, no search
 * for other repeats. What neither helps is stored. The result is whole blocks, none of them the last of a stream, and ends on a byte.
 *
 * <p>Rows beside each other look alike: one stretch of rows in four is counted, which saves a fifth of the time. What was not seen there
 * gets a code all the same, which makes the result longer by less than a hundredth.
 */
final class Deflate {
    /** One bit less than deflate allows: four literals and a byte's rest then fit into 64 bits, and are flushed together. */
    private static final int LIMIT = 14;
    private static final int END = 256;
    private static final int SYMBOLS = 286;
    private static final int MAX_MATCH = 258;
    private static final int MIN_MATCH = 3;
    private static final int MAX_STORED = 65535;
    private static final int STORED_HEAD = 5;
    /** What a block has besides its data, by far, and what a writer touches beyond its end. */
    private static final int AROUND = 512;
    /** Of what is shorter, all is counted. */
    private static final int SHORT = 1 << 14;
    private static final int STRETCH = 1 << 12;
    private static final int ONE_IN = 4;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] data;
    private final int length;
    private final HuffmanCode code;

    /**
     * Counts. The data must stay as they are until they are written.
     *
     * @param length how many bytes of the data, at least 1
     * @param rowLength how many of them make a row
     */
    Deflate(byte[] data, int length, int rowLength) {
        this.data = data;
        this.length = length;
        this.code = HuffmanCode.of(frequencies(rowLength), LIMIT);
    }

    /** The longest an array has to be from where {@link #write} begins. */
    static int bound(int length) {
        // No match takes more bits than its bytes would as literals.
        return Math.addExact(AROUND, Math.toIntExact((long) length * LIMIT / 8));
    }

    /**
     * Writes the result.
     *
     * @param out is touched over {@link #bound} bytes
     * @return where the result ends
     */
    int write(byte[] out, int at) {
        BitWriter writer = new BitWriter(out, at);
        new CodeLengths(code, SYMBOLS).write(writer);
        int[] table = code.table();
        body(writer, table);
        writer.literal(table[END]);
        // An empty stored block fills up the byte.
        writer.put(0, 3);
        writer.align();
        writer.put(0xffff0000, 32);
        long stored = length + (long) STORED_HEAD * Math.ceilDiv(length, MAX_STORED);
        return writer.at - at < stored ? writer.at : store(out, at);
    }

    private int store(byte[] out, int at) {
        int to = at;
        for (int from = 0; from < length; from += MAX_STORED) {
            int size = Math.min(MAX_STORED, length - from);
            BitWriter writer = new BitWriter(out, to);
            writer.put(0, 8);
            writer.put(size | ~size << 16, 32);
            System.arraycopy(data, from, out, to + STORED_HEAD, size);
            to += STORED_HEAD + size;
        }
        return to;
    }

    private int[] frequencies(int rowLength) {
        int[] frequencies = new int[SYMBOLS];
        // Four tables: equal neighbours would otherwise wait for each other's store.
        int[][] tables = new int[4][256];
        int stretch = length < SHORT ? length : rowLength * Math.ceilDiv(STRETCH, rowLength);
        for (long from = 0; from < length; from += (long) ONE_IN * stretch) {
            count((int) from, (int) Math.min(from + stretch, length), tables, frequencies);
        }
        for (int i = 0; i < END; i++) {
            frequencies[i] = tables[0][i] + tables[1][i] + tables[2][i] + tables[3][i];
        }
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            frequencies[symbol] = ONE_IN * frequencies[symbol] + 1;
        }
        return frequencies;
    }

    /** Adds up the frequencies of some bytes, those of literals over all tables together. */
    private void count(int from, int to, int[][] tables, int[] matches) {
        int[] a = tables[0];
        int[] b = tables[1];
        int[] c = tables[2];
        int[] d = tables[3];
        a[data[from] & 255]++;
        int at = from + 1;
        while (at <= to - 8) {
            long word = (long) LONG.get(data, at);
            if (word != (long) LONG.get(data, at - 1)) {
                a[(int) word & 255]++;
                b[(int) (word >>> 8) & 255]++;
                c[(int) (word >>> 16) & 255]++;
                d[(int) (word >>> 24) & 255]++;
                a[(int) (word >>> 32) & 255]++;
                b[(int) (word >>> 40) & 255]++;
                c[(int) (word >>> 48) & 255]++;
                d[(int) (word >>> 56)]++;
                at += 8;
            } else {
                int left = run(data, at, to);
                at += left;
                for (; left >= MIN_MATCH; left -= Math.min(left, MAX_MATCH)) {
                    matches[symbol(Math.min(left, MAX_MATCH))]++;
                }
                at -= left;
            }
        }
        for (; at < to; at++) {
            a[data[at] & 255]++;
        }
    }

    /** Takes the way through the data that {@link #count} takes through a part of them. */
    private void body(BitWriter writer, int[] table) {
        writer.literal(table[data[0] & 255]);
        int at = 1;
        while (at <= length - 8) {
            long word = (long) LONG.get(data, at);
            if (word != (long) LONG.get(data, at - 1)) {
                at = literals(writer, table, at);
            } else {
                int left = run(data, at, length);
                at += left;
                for (; left >= MIN_MATCH; left -= Math.min(left, MAX_MATCH)) {
                    int match = Math.min(left, MAX_MATCH);
                    writer.literal(table[symbol(match)]);
                    // The distance, 1, is the only one there is and takes one bit: 0.
                    writer.put((match - MIN_MATCH) & ((1 << extraBits(match)) - 1), extraBits(match) + 1);
                }
                at -= left;
            }
        }
        for (; at < length; at++) {
            writer.literal(table[data[at] & 255]);
        }
    }

    /** All the groups of eight literals up to the next run. */
    private int literals(BitWriter writer, int[] table, int from) {
        byte[] in = data;
        byte[] out = writer.out;
        long bits = writer.bits;
        int count = writer.count;
        int to = writer.at;
        int at = from;
        int last = length - 8;
        while (at <= last) {
            long word = (long) LONG.get(in, at);
            if (word == (long) LONG.get(in, at - 1)) {
                break;
            }
            at += 8;
            for (int half = 0; half < 2; half++, word >>>= 32) {
                int c0 = table[(int) word & 255];
                int c1 = table[(int) (word >>> 8) & 255];
                int c2 = table[(int) (word >>> 16) & 255];
                int c3 = table[(int) (word >>> 24) & 255];
                // A shift looks at the low 6 bits alone, which are the lengths; in pairs, so that no shift waits for three others.
                long first = c0 >>> 6 | (long) (c1 >>> 6) << c0;
                long second = c2 >>> 6 | (long) (c3 >>> 6) << c2;
                bits |= (first | second << (c0 + c1)) << count;
                count += (c0 + c1 + c2 + c3) & 63;
                LONG.set(out, to, bits);
                to += count >>> 3;
                bits >>>= count & 0x38;
                count &= 7;
            }
        }
        writer.bits = bits;
        writer.count = count;
        writer.at = to;
        return at;
    }

    /** How many bytes from {@code from} on equal the one before them; the first eight are known to. */
    private static int run(byte[] data, int from, int length) {
        long word = (long) LONG.get(data, from);
        int at = from + 8;
        while (at <= length - 8 && (long) LONG.get(data, at) == word) {
            at += 8;
        }
        while (at < length && data[at] == (byte) word) {
            at++;
        }
        return at - from;
    }

    private static int symbol(int match) {
        int extra = extraBits(match);
        return match == MAX_MATCH ? 285 : 257 + 4 * extra + ((match - MIN_MATCH) >> extra);
    }

    private static int extraBits(int match) {
        return match == MAX_MATCH ? 0 : Math.max(0, 29 - Integer.numberOfLeadingZeros(match - MIN_MATCH));
    }
}
