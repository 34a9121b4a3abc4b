package io.github.fixationheatmap.render;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A deflate encoder (RFC 1951) for filtered rows of a photo: runs of one byte and a dynamic Huffman code of its own, no search
 * for other repeats. What neither helps is stored. The result is whole blocks, none of them the last of a stream, and ends on a byte.
 *
 * <p>Two passes over data that are in the cache: the first counts and so knows the exact size, the second writes.
 */
final class Deflate {
    /** Bytes beyond {@link #size()} that {@link #write} may touch: it writes eight at a time. */
    static final int SLACK = 8;

    /** One bit less than deflate allows: four literals and a byte's rest then fit into 64 bits, and are flushed together. */
    private static final int LIMIT = 14;
    private static final int END = 256;
    private static final int SYMBOLS = 286;
    private static final int LONGEST = 258;
    private static final int SHORTEST = 3;
    private static final int MAX_STORED = 65535;
    private static final int EMPTY_STORED_BITS = 3;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] data;
    private final int length;
    private final HuffmanCode code;
    private final CodeLengths header;
    private final long huffmanBits;

    /**
     * Counts and decides. The data must stay as they are until they are written.
     *
     * @param length how many bytes of the data, at least 1
     */
    Deflate(byte[] data, int length) {
        this.data = data;
        this.length = length;
        int[] frequencies = new int[SYMBOLS];
        long matchBits = count(data, length, frequencies);
        frequencies[END] = 1;
        this.code = HuffmanCode.of(frequencies, LIMIT);
        this.header = new CodeLengths(code, SYMBOLS);
        this.huffmanBits = header.bits() + code.bits(frequencies) + matchBits + EMPTY_STORED_BITS;
    }

    /** The exact size of the result in bytes. */
    int size() {
        return Math.toIntExact(Math.min(huffmanSize(), storedSize()));
    }

    private long huffmanSize() {
        return (huffmanBits + 7) / 8 + 4;
    }

    private long storedSize() {
        return length + 5L * Math.ceilDiv(length, MAX_STORED);
    }

    /** Writes {@link #size()} bytes, and may touch {@link #SLACK} more. */
    void write(byte[] out, int at) {
        if (storedSize() <= huffmanSize()) {
            store(out, at);
            return;
        }
        BitWriter writer = new BitWriter(out, at);
        header.write(writer);
        int[] table = code.table();
        body(writer, table);
        writer.literal(table[END]);
        // An empty stored block fills up the byte.
        writer.put(0, EMPTY_STORED_BITS);
        writer.align();
        writer.put(0xffff0000, 32);
    }

    private void store(byte[] out, int at) {
        int to = at;
        for (int from = 0; from < length; from += MAX_STORED) {
            int size = Math.min(MAX_STORED, length - from);
            BitWriter writer = new BitWriter(out, to);
            writer.put(0, 8);
            writer.put(size | ~size << 16, 32);
            System.arraycopy(data, from, out, to + 5, size);
            to += 5 + size;
        }
    }

    /** Adds up the frequencies; returns the bits that matches take besides their symbols. */
    private static long count(byte[] data, int length, int[] frequencies) {
        // Four tables: equal neighbours would otherwise wait for each other's store.
        int[] a = new int[256];
        int[] b = new int[256];
        int[] c = new int[256];
        int[] d = new int[256];
        long matchBits = 0;
        a[data[0] & 255]++;
        int at = 1;
        while (at <= length - 8) {
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
                int left = run(data, at, length);
                at += left;
                for (; left >= SHORTEST; left -= Math.min(left, LONGEST)) {
                    int match = Math.min(left, LONGEST);
                    frequencies[symbol(match)]++;
                    matchBits += extraBits(match) + 1;
                }
                at -= left;
            }
        }
        for (; at < length; at++) {
            a[data[at] & 255]++;
        }
        for (int i = 0; i < 256; i++) {
            frequencies[i] = a[i] + b[i] + c[i] + d[i];
        }
        return matchBits;
    }

    /** Takes the same way through the data as {@link #count}. */
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
                for (; left >= SHORTEST; left -= Math.min(left, LONGEST)) {
                    int match = Math.min(left, LONGEST);
                    writer.literal(table[symbol(match)]);
                    // The distance, 1, is the only one there is and takes one bit: 0.
                    writer.put((match - SHORTEST) & ((1 << extraBits(match)) - 1), extraBits(match) + 1);
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
        return match == LONGEST ? 285 : 257 + 4 * extra + ((match - SHORTEST) >> extra);
    }

    private static int extraBits(int match) {
        return match == LONGEST ? 0 : Math.max(0, 29 - Integer.numberOfLeadingZeros(match - SHORTEST));
    }
}
