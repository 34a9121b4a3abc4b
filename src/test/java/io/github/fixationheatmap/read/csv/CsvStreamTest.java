package io.github.fixationheatmap.read.csv;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.lambda.TestExport;
import io.github.fixationheatmap.read.MemoryFile;
import io.github.fixationheatmap.read.export.FixationReader;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A fixations file of any length is read with only one row in memory. */
@Tag("slow")
class CsvStreamTest {

    private static final long ROWS = 10_000_000;
    private static final long MAX_GROWTH = 16L << 20;
    private static final byte[] ROW = ("21227327-b8d8-4f1a-ac68-5fc6eefe8bf4,54a0deee-23dd-48f4-806e-6fdb519d6a7c,107,"
            + "1636035502384515914,1636035502552495914,167,true,2721.5,1143\n").getBytes(US_ASCII);

    /** A header and the same row many times. */
    private static final class Rows extends InputStream {

        private final byte[] header = (TestExport.HEADER + "\n").getBytes(US_ASCII);
        private final long length = header.length + ROWS * ROW.length;
        private long at;

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] to, int offset, int most) {
            if (at == length) {
                return -1;
            }
            int n = 0;
            while (n < most && at < length) {
                byte[] from = at < header.length ? header : ROW;
                int start = at < header.length ? (int) at : (int) ((at - header.length) % ROW.length);
                int part = Math.min(most - n, from.length - start);
                System.arraycopy(from, start, to, offset + n, part);
                n += part;
                at += part;
            }
            return n;
        }
    }

    @Test
    void tenMillionRowsTakeNoMoreMemoryThanTen() {
        AtomicLong rows = new AtomicLong();
        AtomicLong early = new AtomicLong();
        long start = cpuTime();
        try (FixationReader reader = FixationReader.open(new MemoryFile("fixations.csv", new Rows().length, Rows::new))) {
            reader.forEach(f -> {
                if (rows.incrementAndGet() == 100_000) {
                    early.set(used());
                }
            });
            long growth = used() - early.get();
            assertThat(growth).isLessThan(MAX_GROWTH);
            double seconds = (cpuTime() - start) / 1e9;
            System.out.printf("10 million rows, %d MB: %.1f s of processor time, %.0f MB/s, %d kB more held at the end than early on%n",
                    new Rows().length >> 20, seconds, new Rows().length / 1e6 / seconds, Math.max(0, growth) >> 10);
        }
        assertThat(rows.get()).isEqualTo(ROWS);
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
