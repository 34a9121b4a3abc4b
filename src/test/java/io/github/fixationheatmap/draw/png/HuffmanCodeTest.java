package io.github.fixationheatmap.draw.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuffmanCodeTest {
    /** Compares the total length with that of Huffman's algorithm: each merge of the two smallest weights adds their sum. */
    @Property(tries = 200)
    void isAsShortAsHuffmansTree(@ForAll long seed, @ForAll @IntRange(min = 2, max = 286) int symbols) {
        Random random = new Random(seed);
        int[] frequencies = random.ints(symbols, 0, 40).toArray();
        frequencies[0]++;
        frequencies[1]++;
        PriorityQueue<Long> weights = new PriorityQueue<>();
        Arrays.stream(frequencies).filter(f -> f > 0).forEach(f -> weights.add((long) f));
        long bits = 0;
        while (weights.size() > 1) {
            long merged = weights.remove() + weights.remove();
            bits += merged;
            weights.add(merged);
        }
        HuffmanCode code = HuffmanCode.of(frequencies, 15);
        assertThat(bits(code, frequencies)).isEqualTo(bits);
        assertComplete(code, frequencies, 15);
    }

    /** Fibonacci numbers make the deepest tree: 40 levels without a limit. */
    @ParameterizedTest
    @ValueSource(ints = {6, 7, 14, 15})
    void theLimitHoldsForTheMostSkewedFrequencies(int limit) {
        int[] fibonacci = new int[41];
        Arrays.setAll(fibonacci, i -> i < 2 ? 1 : fibonacci[i - 1] + fibonacci[i - 2]);
        HuffmanCode code = HuffmanCode.of(fibonacci, limit);
        assertComplete(code, fibonacci, limit);
        assertThat(code.length(0)).isEqualTo(limit);
        // A code of fixed length would have 6 bits.
        assertThat(bits(code, fibonacci)).isLessThan(4L * Arrays.stream(fibonacci).asLongStream().sum());
    }

    @Test
    void aCodeMayUseAllCodesOfTheMaximumLength() {
        int[] frequencies = new int[128];
        Arrays.setAll(frequencies, i -> i == 0 ? 1_000_000 : 1);
        assertComplete(HuffmanCode.of(frequencies, 7), frequencies, 7);
    }

    /** The example of RFC 1951: lengths 3, 3, 3, 3, 3, 2, 4, 4 give the codes 010 to 110, 00, 1110, 1111. */
    @Test
    void codesAreCanonicalAndReversed() {
        int[] table = HuffmanCode.of(new int[] {10, 10, 10, 10, 10, 20, 5, 5}, 15).table();
        assertThat(table).containsExactly(0b010_000011, 0b110_000011, 0b001_000011, 0b101_000011,
                0b011_000011, 0b00_000010, 0b0111_000100, 0b1111_000100);
    }

    private static long bits(HuffmanCode code, int[] frequencies) {
        return IntStream.range(0, frequencies.length).mapToLong(symbol -> (long) frequencies[symbol] * code.length(symbol)).sum();
    }

    private static void assertComplete(HuffmanCode code, int[] frequencies, int limit) {
        long share = 0;
        for (int symbol = 0; symbol < frequencies.length; symbol++) {
            int length = code.length(symbol);
            assertThat(length).isBetween(frequencies[symbol] > 0 ? 1 : 0, frequencies[symbol] > 0 ? limit : 0);
            share += length > 0 ? 1L << (limit - length) : 0;
        }
        assertThat(share).isEqualTo(1L << limit);
    }
}
