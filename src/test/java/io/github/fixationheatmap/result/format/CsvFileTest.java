package io.github.fixationheatmap.result.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.result.format.CsvFile.LabelRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CsvFileTest {

    @Test
    void aFieldIsQuotedOnlyWhereItMustBe() throws IOException {
        assertThat(text(CsvFile.of(List.of(List.of("#1", "a b", " lead", "trail ", "", "'", "=1+1", "Größe", "😀", ";")))))
                .isEqualTo("#1,a b, lead,trail ,,',=1+1,Größe,😀,;\n");
        assertThat(text(CsvFile.of(List.of(List.of("", "say \"hi\"", "a,b", "two\nlines", "old\rmac", "")))))
                .isEqualTo(",\"say \"\"hi\"\"\",\"a,b\",\"two\nlines\",\"old\rmac\",\n");
    }

    private static String text(CsvFile table) throws IOException {
        try (InputStream in = table.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    @Tag("slow")
    void aLargeTableIsTheSameTextEachTimeItIsRead() throws IOException {
        int rows = 300_000;
        CsvFile table = CsvFile.of(
                () -> IntStream.range(0, rows).mapToObj(i -> List.of("row " + i, "some field, quoted", "")).iterator());
        assertThat(table.length()).isGreaterThan(8 << 20);
        for (int time = 0; time < 2; time++) {
            long length = 0;
            String last = "";
            try (InputStream in = table.open()) {
                byte[] buffer = new byte[70_001];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    length += n;
                    last = new String(buffer, 0, n, StandardCharsets.UTF_8);
                }
                assertThat(in.read()).isEqualTo(-1);
            }
            assertThat(length).isEqualTo(table.length());
            assertThat(last).endsWith("row 299999,\"some field, quoted\",\n");
        }
    }

    @Test
    void theTimeIsLookedAtForEachLabelAndEachThousandRows() {
        AtomicInteger looks = new AtomicInteger();
        CsvFile.of(new LabelRows(List.of("label"), 3, label -> IntStream.range(0, 5_000).mapToObj(i -> List.of("row " + i)).iterator(),
                looks::incrementAndGet));
        assertThat(looks.get()).isEqualTo(3 + 15);
    }

    @Test
    void bytesMayBeReadOneByOne() throws IOException {
        try (InputStream in = CsvFile.of(List.of(List.of("ä"))).open()) {
            assertThat(new int[] {in.read(), in.read(), in.read(), in.read()}).containsExactly(0xC3, 0xA4, '\n', -1);
        }
    }
}
