package io.github.fixationheatmap.draw.png;

/**
 * The header of a dynamic block (RFC 1951, 3.2.7): the lengths of the literal code and of a distance code of one symbol, which are
 * themselves Huffman coded. Repeated lengths are not compressed further: a block is large, and this header has some fifty bytes.
 */
final class DynamicBlockHeader {
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int LIMIT = 7;

    private final int[] lengths;
    private final HuffmanCode code;
    private final int used;

    DynamicBlockHeader(HuffmanCode literals, int symbols) {
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
