package io.github.fixationheatmap.read.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.lambda.TestExport;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Fixation.Mapping;
import io.github.fixationheatmap.model.FixationListener.LimitExceededException;
import io.github.fixationheatmap.read.MemoryFile;
import java.io.ByteArrayInputStream;
import io.github.fixationheatmap.read.export.UniqueFixations.Scope;
import io.github.fixationheatmap.read.tracker.TableSetup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows that repeat an earlier row are told from all others, whatever the order of the rows. */
class UniqueFixationsTest {

    private final AtomicInteger opened = new AtomicInteger();
    private final List<String> first = new ArrayList<>();
    private final List<String> repeated = new ArrayList<>();

    private void read(List<String> keys) {
        StringBuilder csv = new StringBuilder(TestExport.HEADER).append('\n');
        keys.forEach(key -> csv.append("s1,").append(key).append(",1999999999999999999,1,true,10,20\n"));
        byte[] bytes = csv.toString().getBytes(UTF_8);
        MemoryFile file = new MemoryFile("fixations.csv", bytes.length, () -> {
            opened.incrementAndGet();
            return new ByteArrayInputStream(bytes);
        });
        try (FixationReader reader = FixationReader.open(file)) {
            reader.forEach(new UniqueFixations(Scope.RECORDING, () -> FixationFiles.of(file).open(TableSetup.HEADER_ONLY),
                    f -> first.add(key(f)), f -> repeated.add(key(f))));
        }
    }

    private static String key(Fixation fixation) {
        return fixation.recordingId() + "," + fixation.id() + "," + fixation.start();
    }

    private static long time(int i) {
        return 1_999_999_999_999_000_000L + i;
    }

    @Test
    void rowsInOrderAreReadOnce() {
        read(List.of("r1,1," + time(1), "r1,2," + time(2), "r2,1," + time(1), "r1,3," + time(3), "r2,2," + time(2)));
        assertThat(first).hasSize(5);
        assertThat(repeated).isEmpty();
        assertThat(opened).hasValue(1);
    }

    @Test
    void aFileThatIsThereTwiceCountsOnce() {
        List<String> once = List.of("r1,1," + time(1), "r1,2," + time(2), "r2,1," + time(1));
        List<String> twice = new ArrayList<>(once);
        twice.addAll(once);
        read(twice);
        assertThat(first).containsExactlyElementsOf(once);
        assertThat(repeated).containsExactlyElementsOf(once);
        assertThat(opened).as("the rows before the first repeated one are read again").hasValue(2);
    }

    @Test
    void anyOrderGivesWhatASetOfKeysGives() {
        Random random = new Random(11);
        for (int run = 0; run < 300; run++) {
            first.clear();
            repeated.clear();
            List<String> keys = new ArrayList<>();
            int rows = random.nextInt(40);
            for (int i = 0; i < rows; i++) {
                keys.add("r" + random.nextInt(2) + "," + random.nextInt(3) + "," + time(random.nextInt(6) + i / 4));
            }
            read(keys);
            Set<String> seen = new HashSet<>();
            List<String> expected = keys.stream().filter(seen::add).toList();
            assertThat(first).isEqualTo(expected);
            assertThat(repeated).hasSize(rows - expected.size());
        }
    }

    @Tag("slow")
    @Test
    void theNumberOfKeptRowsIsBounded() {
        MemoryFile empty = new MemoryFile("fixations.csv", TestExport.HEADER.getBytes(UTF_8));
        AtomicInteger rows = new AtomicInteger();
        UniqueFixations unique = new UniqueFixations(
                Scope.RECORDING, () -> FixationFiles.of(empty).open(TableSetup.HEADER_ONLY), f -> rows.incrementAndGet(), f -> { });
        Fixation early = fixation(0);
        for (int i = UniqueFixations.MAX_KEPT; i > 0; i--) {
            unique.accept(fixation(i));
        }
        unique.accept(fixation(7));
        assertThat(rows).as("repeated rows take no memory").hasValue(UniqueFixations.MAX_KEPT);
        assertThatThrownBy(() -> {
            unique.accept(early);
            unique.accept(fixation(-1));
        }).isInstanceOf(LimitExceededException.class)
                .hasMessage("more rows up to here, expected at most 10000000 rows, or in each recording rows in the order of their starts");
    }

    private static Fixation fixation(int i) {
        return new Fixation("s", "r", Integer.toString(i), time(i), time(i) + 1, null, Mapping.NOT_MAPPED);
    }
}
