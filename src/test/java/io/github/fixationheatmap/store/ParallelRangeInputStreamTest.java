package io.github.fixationheatmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.store.ObjectStore.ObjectChangedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ParallelRangeInputStreamTest {

    @Property(tries = 200)
    void givesTheRangeWhateverThePartsAndReads(@ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int length,
            @ForAll @IntRange(min = 1, max = 50) int part) throws IOException {
        Random random = new Random(seed);
        byte[] object = new byte[length + random.nextInt(20)];
        random.nextBytes(object);
        int offset = random.nextInt(object.length - length + 1);
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        try (InputStream in = stream(object, part, offset, length, new ConcurrentLinkedQueue<>())) {
            byte[] buffer = new byte[60];
            for (int count = 0; count >= 0; count = in.read(buffer, 7, 1 + random.nextInt(53))) {
                seen.write(buffer, 7, count);
                if (random.nextInt(4) == 0) {
                    int one = in.read();
                    if (one >= 0) {
                        seen.write(one);
                    }
                }
            }
            assertThat(in.read()).isEqualTo(-1);
        }
        assertThat(seen.toByteArray()).isEqualTo(Arrays.copyOfRange(object, offset, offset + length));
    }

    private static InputStream stream(byte[] object, int part, int offset, int length, Queue<Long> asked) {
        return new ParallelRangeInputStream((from, count) -> {
            asked.add(from);
            return Arrays.copyOfRange(object, (int) from, (int) from + count);
        }, new Tasks(), part, offset, length);
    }

    @Test
    void neverHoldsMoreThanAFewParts() throws IOException {
        Queue<Long> asked = new ConcurrentLinkedQueue<>();
        try (InputStream in = stream(new byte[1000], 10, 0, 1000, asked)) {
            assertThat(in.readNBytes(1)).hasSize(1);
            in.skipNBytes(499);
        }
        assertThat(asked).hasSizeBetween(50, 50 + ParallelRangeInputStream.AHEAD);
    }

    @Test
    void whoReadsTheBeginningAloneCausesLittle() throws IOException {
        Queue<Long> asked = new ConcurrentLinkedQueue<>();
        try (InputStream in = stream(new byte[1000], 10, 0, 1000, asked)) {
            assertThat(in.read()).isZero();
        }
        assertThat(asked).hasSize(1);
    }

    @Test
    void aPartThatFailsIsThrownToTheReader() throws IOException {
        ObjectChangedException replaced =
                new ObjectChangedException(new IllegalStateException());
        ParallelRangeInputStream.Ranges ranges = (from, count) -> {
            if (from > 0) {
                throw replaced;
            }
            return new byte[count];
        };
        try (InputStream in = new ParallelRangeInputStream(ranges, new Tasks(), 10, 0, 30)) {
            assertThat(in.readNBytes(10)).hasSize(10);
            assertThatThrownBy(in::read).isSameAs(replaced);
            assertThatThrownBy(in::read).as("no gap").isSameAs(replaced);
        }
    }
}
