package io.github.fixationheatmap.read.export;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.read.ByteStore;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.store.InlineTasks;
import io.github.fixationheatmap.store.Tasks;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrefetcherTest {

    private static InputFile file(ByteStore store) {
        return new InputFile.StoredFile(store, store.object);
    }

    private static Export.Complete export(ByteStore fixations, ByteStore image, ByteStore sections) {
        return new Export.Complete("", FixationFiles.of(file(fixations)), file(image), Optional.of(file(sections)), List.of(), List.of(),
                List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ByteStore store(String key, String text, long zeros) {
        return new ByteStore(key, text.getBytes(US_ASCII), zeros, new byte[0]);
    }

    @Test
    void everyFileIsOnItsWayBeforeOneIsReadAndFetchedOnce() throws IOException {
        ByteStore fixations = store("fixations.csv", "rows", 0);
        ByteStore image = store("reference_image.jpeg", "photo", 0);
        ByteStore sections = store("sections.csv", "sections", 0);
        Export.Complete export;
        try (Tasks tasks = new InlineTasks()) {
            export = Prefetcher.of(export(fixations, image, sections), tasks, TimeCheck.NONE);
        }
        assertThat(List.of(fixations.requests, image.requests, sections.requests)).containsOnly(1L);
        assertThat(export.referenceImage().readAll(100)).isEqualTo("photo".getBytes(US_ASCII));
        try (InputStream in = export.fixations().files().getFirst().open()) {
            assertThat(in.readAllBytes()).isEqualTo("rows".getBytes(US_ASCII));
        }
        assertThat(List.of(fixations.requests, image.requests)).containsOnly(1L);
        assertThat(export.fixations().files().getFirst().readAll(100)).as("once more").isEqualTo("rows".getBytes(US_ASCII));
        assertThat(fixations.requests).isEqualTo(2);
    }

    @Test
    void whatWouldFillTheMemoryIsLeftToBeReadAsItComes() {
        ByteStore fixations = store("fixations.csv", "rows", Prefetcher.MAX_BYTES);
        ByteStore image = store("reference_image.jpeg", "photo", Prefetcher.MAX_BYTES - 5);
        ByteStore sections = store("sections.csv", "sections", 0);
        try (Tasks tasks = new InlineTasks()) {
            Prefetcher.of(export(fixations, image, sections), tasks, TimeCheck.NONE);
        }
        assertThat(List.of(fixations.requests, image.requests, sections.requests)).containsExactly(0L, 1L, 0L);
    }

    @Test
    void aFileThatIsTooLongIsRefusedThoughItIsThere() {
        ByteStore image = store("reference_image.jpeg", "photo", 0);
        try (Tasks tasks = new InlineTasks()) {
            Export.Complete export = Prefetcher.of(export(image, image, image), tasks, TimeCheck.NONE);
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> export.referenceImage().readAll(4));
        }
    }
}
