package io.github.fixationheatmap.draw.png;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A deflate encoder (RFC 1951) for filtered rows of an image: runs of one byte and a dynamic Huffman code, no search for other
 * matches. Data that cannot be compressed are stored. The result is whole blocks, none of them the last of a stream, and ends at a
 * byte boundary.
 *
 * <p>Neighbouring rows are similar, so the frequencies are those of a sample: one group of rows in four, which saves a fifth of the time.
 * Symbols that do not occur in the sample get a code too. The result is longer by less than a hundredth.
 */
final class Deflate {
    /** One bit less than deflate allows, so that four literals and an incomplete byte fit into 64 bits and are flushed together. */
    private static final int LIMIT = 14;
    private static final int END = 256;
    private static final int SYMBOLS = 286;
    private static final int MAX_MATCH = 258;
    private static final int MIN_MATCH = 3;
    private static final int MAX_STORED = 65535;
    private static final int STORED_HEADER = 5;
    /** An upper bound for the bytes of a block besides its data, and the bytes that a writer may overwrite after its end. */
    private static final int OVERHEAD = 512;
    /** Shorter data are not sampled: all bytes are counted. */
    private static final int MIN_SAMPLED = 1 << 14;
    /** The minimum number of bytes in a group of rows. */
    private static final int GROUP = 1 << 12;
    private static final int ONE_IN = 4;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] data;
    private final int length;
    private final HuffmanCode code;

    /**
     * Counts frequencies. The data must not change until they are written.
     *
     * @param length the number of bytes, at least 1
     * @param rowLength the number of bytes in a row
     */
    Deflate(byte[] data, int length, int rowLength) {
        this.data = data;
        this.length = length;
        this.code = HuffmanCode.of(frequencies(rowLength), LIMIT);
    }

    /** The number of bytes that {@link #write} needs from its start index on. */
    static int bound(int length) {
        // A match never takes more bits than its bytes would take as literals.
        return Math.addExact(OVERHEAD, Math.toIntExact((long) length * LIMIT / 8));
    }

    /**
     * Writes the result.
     *
     * @param out may be overwritten over {@link #bound} bytes
     * @return the index after the result
     */
    int write(byte[] out, int at) {
        BitWriter writer = new BitWriter(out, at);
        new HuffmanCode.BlockHeader(code, SYMBOLS).write(writer);
        int[] table = code.table();
        body(writer, table);
        writer.literal(table[END]);
        // An empty stored block ends at a byte boundary.
        writer.put(0, 3);
        writer.align();
        writer.put(0xffff0000, 32);
        long stored = length + (long) STORED_HEADER * Math.ceilDiv(length, MAX_STORED);
        return writer.at - at < stored ? writer.at : store(out, at);
    }

    private int store(byte[] out, int at) {
        int to = at;
        for (int from = 0; from < length; from += MAX_STORED) {
            int size = Math.min(MAX_STORED, length - from);
            BitWriter writer = new BitWriter(out, to);
            writer.put(0, 8);
            writer.put(size | ~size << 16, 32);
            System.arraycopy(data, from, out, to + STORED_HEADER, size);
            to += STORED_HEADER + size;
        }
        return to;
    }

    private int[] frequencies(int rowLength) {
        int[] frequencies = new int[SYMBOLS];
        // Four tables, because increments of the same counter would wait for each other.
        int[][] tables = new int[4][256];
        int group = length < MIN_SAMPLED ? length : rowLength * Math.ceilDiv(GROUP, rowLength);
        for (long from = 0; from < length; from += (long) ONE_IN * group) {
            count((int) from, (int) Math.min(from + group, length), tables, frequencies);
        }
        for (int i = 0; i < END; i++) {
            frequencies[i] = tables[0][i] + tables[1][i] + tables[2][i] + tables[3][i];
        }
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            frequencies[symbol] = ONE_IN * frequencies[symbol] + 1;
        }
        return frequencies;
    }

    /** Counts the symbols of a range of bytes; the count of a literal is the sum over all tables. */
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

    /** Writes the symbols that {@link #count} counts. */
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
                    // The only distance, 1, has a code of one bit: 0.
                    writer.put((match - MIN_MATCH) & ((1 << extraBits(match)) - 1), extraBits(match) + 1);
                }
                at -= left;
            }
        }
        for (; at < length; at++) {
            writer.literal(table[data[at] & 255]);
        }
    }

    /** Writes literals, eight at a time, up to the next run. */
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
                // Shifts use only the low 6 bits, which are the lengths. Codes are joined in pairs, so that no shift waits for three
                // others.
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

    /** The number of bytes from {@code from} on that equal the byte before; the first eight are known to be equal. */
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
