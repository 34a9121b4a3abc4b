package io.github.fixationheatmap.draw.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's Inflater restores any input. */
class DeflateTest {
    /** Runs of many lengths between random bytes of few or many values. */
    @Property(tries = 500)
    void comesBack(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5000) int length, @ForAll @IntRange(min = 1, max = 256) int values)
            throws DataFormatException {
        Random random = new Random(seed);
        byte[] data = new byte[length];
        int at = 0;
        while (at < length) {
            int run = Math.min(length - at, 1 + random.nextInt(random.nextInt(8) == 0 ? 600 : 20));
            if (random.nextBoolean()) {
                Arrays.fill(data, at, at + run, (byte) random.nextInt(values));
            } else {
                for (int i = at; i < at + run; i++) {
                    data[i] = (byte) random.nextInt(values);
                }
            }
            at += run;
        }
        assertComesBack(data);
    }

    @Property
    void everyShortInputComesBack(@ForAll("few") byte[] data) throws DataFormatException {
        assertComesBack(data);
    }

    @Provide
    Arbitrary<byte[]> few() {
        return Arbitraries.bytes().between((byte) -1, (byte) 1).array(byte[].class).ofMinSize(1).ofMaxSize(40);
    }

    /** One repeated byte, with every length around the maximum length of a match. */
    @Test
    void allTheSameComesBack() throws DataFormatException {
        for (int length = 1; length < 800; length++) {
            byte[] data = new byte[length];
            Arrays.fill(data, (byte) 7);
            assertComesBack(data);
        }
        assertThat(compressed(new byte[1_000_000]).length).isLessThan(1500);
    }

    /** Fibonacci numbers as frequencies: without a limit the code of the rarest symbol would have some 25 bits. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theMostSkewedFrequenciesComeBack(long seed) throws DataFormatException {
        byte[] data = new byte[400_000];
        int at = 0;
        int value = 0;
        for (int before = 1, count = 1; at + count <= data.length; value++) {
            Arrays.fill(data, at, at + count, (byte) (value * 37));
            at += count;
            int sum = before + count;
            before = count;
            count = sum;
        }
        assertThat(value).isGreaterThan(20);
        // Shuffled, to avoid runs.
        Random random = new Random(seed);
        byte[] shuffled = Arrays.copyOf(data, at);
        for (int i = at - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            byte swapped = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = swapped;
        }
        assertComesBack(shuffled);
    }

    /** Random bytes are stored, in one or more blocks. */
    @ParameterizedTest
    @ValueSource(ints = {1, 100, 65535, 65536, 200_000})
    void noiseHardlyGrows(int length) throws DataFormatException {
        byte[] data = new byte[length];
        new Random(length).nextBytes(data);
        assertComesBack(data);
        assertThat(compressed(data).length).isLessThanOrEqualTo(length + 5 * (length / 65535 + 1));
    }

    /** Sampled rows and other rows have no symbol in common: symbols that are not in the sample have a code, and the data do not grow. */
    @Property(tries = 100)
    void symbolsOutsideTheSampleComeBack(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30_000) int rowLength,
            @ForAll @IntRange(min = 0, max = 255) int mask) throws DataFormatException {
        Random random = new Random(seed);
        byte[] data = new byte[80_000];
        for (int at = 0; at < data.length; at++) {
            int row = at / rowLength;
            data[at] = (byte) (row % 4 == 0 ? 7 : random.nextInt() & mask);
        }
        byte[] deflated = compressed(data, Math.min(rowLength, data.length));
        assertThat(inflated(deflated, data.length)).isEqualTo(data);
        assertThat(deflated.length).isLessThanOrEqualTo(data.length + 5 * 2);
    }

    /** For similar rows, a sample of a fourth is as good as all rows. */
    @Test
    void aSampleCompressesAsWellAsAll() {
        Random random = new Random(5);
        byte[] data = new byte[16 * 12_001];
        for (int at = 0; at < data.length; at++) {
            data[at] = (byte) Math.round(6 * random.nextGaussian());
        }
        double ofAll = compressed(data, data.length).length;
        assertThat((double) compressed(data, 12_001).length).isCloseTo(ofAll, Percentage.withPercentage(0.2));
    }

    private static void assertComesBack(byte[] data) throws DataFormatException {
        assertThat(inflated(compressed(data), data.length)).isEqualTo(data);
    }

    private static byte[] inflated(byte[] deflated, int expected) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        // Adds an empty last block.
        byte[] stream = Arrays.copyOf(deflated, deflated.length + 2);
        stream[deflated.length] = 3;
        inflater.setInput(stream);
        byte[] back = new byte[expected + 1];
        int length = inflater.inflate(back);
        assertThat(inflater.finished()).isTrue();
        assertThat(inflater.getRemaining()).isZero();
        inflater.end();
        return Arrays.copyOf(back, length);
    }

    private static byte[] compressed(byte[] data) {
        return compressed(data, Math.min(1000, data.length));
    }

    /** Writes at an odd index into an array of the minimum length, and checks that the byte before is not changed. */
    private static byte[] compressed(byte[] data, int rowLength) {
        byte[] out = new byte[3 + Deflate.bound(data.length)];
        out[2] = 99;
        int end = new Deflate(data, data.length, rowLength).write(out, 3);
        assertThat(out[2]).isEqualTo((byte) 99);
        return Arrays.copyOfRange(out, 3, end);
    }
}
