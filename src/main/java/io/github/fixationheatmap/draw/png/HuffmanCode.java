package io.github.fixationheatmap.draw.png;

import java.util.Arrays;

/**
 * A Huffman code for deflate (RFC 1951, 3.2.2): canonical, with a maximum length, bits in the order of writing.
 *
 * <p>If the tree is deeper than the limit, its deepest leaves are moved up to the limit, and others are moved down to make the
 * code complete again. The result is hardly longer, because symbols that deep are rare.
 */
final class HuffmanCode {
    private final byte[] lengths;

    private HuffmanCode(byte[] lengths) {
        this.lengths = lengths;
    }

    /**
     * The code for symbols of these frequencies; symbols of frequency 0 get no code.
     *
     * @param frequencies at least two of them above 0, at most {@code 1 << limit}
     * @param limit the maximum length of a code, 1 to 15 bits
     */
    static HuffmanCode of(int[] frequencies, int limit) {
        int[] bySize = symbolsBySize(frequencies);
        int[] counts = limited(depths(frequencies, bySize), limit);
        byte[] lengths = new byte[frequencies.length];
        int next = 0;
        for (int length = limit; length > 0; length--) {
            for (int i = 0; i < counts[length]; i++) {
                lengths[bySize[next++]] = (byte) length;
            }
        }
        return new HuffmanCode(lengths);
    }

    /** The length of a symbol's code in bits, 0 if it has no code. */
    int length(int symbol) {
        return lengths[symbol];
    }

    /** For each symbol its code, lowest bit first, shifted left by 6, and the code's length in the low 6 bits: one lookup for both. */
    int[] table() {
        int[] next = new int[17];
        for (byte length : lengths) {
            next[length + 1] += length == 0 ? 0 : 1;
        }
        for (int length = 1; length < next.length; length++) {
            next[length] = (next[length - 1] + next[length]) << 1;
        }
        int[] table = new int[lengths.length];
        for (int symbol = 0; symbol < table.length; symbol++) {
            int length = lengths[symbol];
            if (length > 0) {
                table[symbol] = Integer.reverse(next[length]++) >>> (32 - length) << 6 | length;
            }
        }
        return table;
    }

    private static int[] symbolsBySize(int[] frequencies) {
        long[] keys = new long[frequencies.length];
        int used = 0;
        for (int symbol = 0; symbol < frequencies.length; symbol++) {
            if (frequencies[symbol] > 0) {
                keys[used++] = (long) frequencies[symbol] << 16 | symbol;
            }
        }
        Arrays.sort(keys, 0, used);
        return Arrays.stream(keys, 0, used).mapToInt(key -> (int) key & 0xffff).toArray();
    }

    /** The number of leaves at each depth of Huffman's tree. Leaves and inner nodes both come in order of weight, so two queues suffice. */
    private static int[] depths(int[] frequencies, int[] bySize) {
        int leaves = bySize.length;
        int nodes = 2 * leaves - 1;
        long[] weights = new long[nodes];
        int[] parents = new int[nodes];
        for (int i = 0; i < leaves; i++) {
            weights[i] = frequencies[bySize[i]];
        }
        int leaf = 0;
        int inner = leaves;
        for (int node = leaves; node < nodes; node++) {
            for (int child = 0; child < 2; child++) {
                boolean takeLeaf = leaf < leaves && (inner == node || weights[leaf] <= weights[inner]);
                int taken = takeLeaf ? leaf++ : inner++;
                weights[node] += weights[taken];
                parents[taken] = node;
            }
        }
        int[] depths = new int[nodes];
        int[] counts = new int[leaves + 1];
        for (int node = nodes - 2; node >= 0; node--) {
            depths[node] = depths[parents[node]] + 1;
            if (node < leaves) {
                counts[depths[node]]++;
            }
        }
        return counts;
    }

    private static int[] limited(int[] depths, int limit) {
        int[] counts = Arrays.copyOf(depths, Math.max(depths.length, limit + 1));
        // In units of the share of a code of the maximum length: a complete code sums to 1 << limit.
        long sum = 0;
        for (int depth = 1; depth < counts.length; depth++) {
            int length = Math.min(depth, limit);
            sum += (long) counts[depth] << (limit - length);
            if (depth > limit) {
                counts[limit] += counts[depth];
            }
        }
        for (long over = sum - (1L << limit); over > 0; over--) {
            int length = limit - 1;
            while (counts[length] == 0) {
                length--;
            }
            // A leaf becomes the parent of itself and of one of the longest codes, which reduces the sum by one unit.
            counts[length]--;
            counts[length + 1] += 2;
            counts[limit]--;
        }
        return counts;
    }

    /**
     * The header of a dynamic block (RFC 1951, 3.2.7): the lengths of the literal code and of a distance code of one symbol, which are
     * themselves Huffman coded. Repeated lengths are not compressed further: a block is large, and this header has some fifty bytes.
     */
    static final class BlockHeader {
        private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
        private static final int LIMIT = 7;

        private final int[] lengths;
        private final HuffmanCode code;
        private final int used;

        BlockHeader(HuffmanCode literals, int symbols) {
            lengths = new int[symbols + 1];
            for (int symbol = 0; symbol < symbols; symbol++) {
                lengths[symbol] = literals.length(symbol);
            }
            // The only distance.
            lengths[symbols] = 1;
            int[] frequencies = new int[ORDER.length];
            for (int length : lengths) {
                frequencies[length]++;
            }
            code = HuffmanCode.of(frequencies, LIMIT);
            int last = ORDER.length - 1;
            while (code.length(ORDER[last]) == 0) {
                last--;
            }
            used = last + 1;
        }

        void write(BitWriter writer) {
            // Not the last block; type 2: dynamic codes.
            writer.put(2 << 1, 3);
            writer.put(lengths.length - 1 - 257, 5);
            writer.put(0, 5);
            writer.put(used - 4, 4);
            for (int i = 0; i < used; i++) {
                writer.put(code.length(ORDER[i]), 3);
            }
            int[] table = code.table();
            for (int length : lengths) {
                writer.literal(table[length]);
            }
        }
    }
}
