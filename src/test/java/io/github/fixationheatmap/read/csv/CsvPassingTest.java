package io.github.fixationheatmap.read.csv;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.lambda.TestExport;
import io.github.fixationheatmap.read.MemoryFile;
import io.github.fixationheatmap.read.export.FixationReader;
import io.github.fixationheatmap.store.ObjectStore.ObjectChangedException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Failures of the store in the middle of a file are not reported as damage of the file, so that they are retried. */
class CsvPassingTest {

    static Stream<Throwable> failures() {
        return Stream.of(new ObjectChangedException(new IllegalStateException()), new IllegalStateException("503 Slow Down"),
                new OutOfMemoryError("no part"));
    }

    private static InputStream failing(Throwable failure) {
        InputStream rest = new InputStream() {
            @Override
            public int read() {
                if (failure instanceof Error fatal) {
                    throw fatal;
                }
                throw (RuntimeException) failure;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return read();
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream((TestExport.HEADER + "\n" + TestExport.ROWS).getBytes(US_ASCII)), rest);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isThrownAsItWas(Throwable failure) {
        assertThatThrownBy(() -> {
            try (FixationReader reader = FixationReader.open(new MemoryFile("fixations.csv", 1 << 20, () -> failing(failure)))) {
                reader.forEach(fixation -> { });
            }
        }).isSameAs(failure);
    }
}
