package io.github.fixationheatmap.laptop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.store.ObjectStore.ObjectPages.Page;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listings of a folder of many exports, as a study asks for them. */
class ExportPagesTest {

    @TempDir
    Path folder = Path.of("");

    private ExportPages pages() throws IOException {
        LocalExports found = LocalExports.find(folder.resolve("lab"), folder.resolve("lab/results"));
        return new ExportPages(found.store(folder.resolve("work")), found);
    }

    private void write(String file) throws IOException {
        Path path = folder.resolve("lab").resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, file);
    }

    @Test
    void listsTheFilesOfExportsAlone() throws IOException {
        for (String file : new String[] {"b/fixations.csv", "b/recording.bin", "b/inner/reference_image.png", "b/fixations/P01.csv",
                "a.zip", "a.heatmap.json", "lost.heatmap.json", "study.json", "notes/plan.txt", ".trash/fixations.csv",
                "results/c/fixations.csv"}) {
            write(file);
        }
        assertThat(pages().page("drops", "inbox/lab/", "").objects()).extracting(StoredObject::key).containsExactly(
                "inbox/lab/a.heatmap.json", "inbox/lab/a.zip", "inbox/lab/b/fixations.csv", "inbox/lab/b/fixations/P01.csv",
                "inbox/lab/b/inner/reference_image.png");
        assertThat(pages().page("drops", "inbox/lab/", "inbox/lab/b/fixations.csv").objects()).extracting(StoredObject::key)
                .containsExactly("inbox/lab/b/fixations/P01.csv", "inbox/lab/b/inner/reference_image.png");
    }

    @Test
    void seesWhatWasAddedAndRemovedMeanwhile() throws IOException {
        write("a/fixations.csv");
        ExportPages pages = pages();
        Files.delete(folder.resolve("lab/a/fixations.csv"));
        write("b/fixations.csv");
        assertThat(pages.page("drops", "inbox/lab/", "").objects()).extracting(StoredObject::key)
                .containsExactly("inbox/lab/b/fixations.csv");
    }

    @Test
    void listsWorkingFilesOnAllLevelsAsOnePage() throws IOException {
        write("a/fixations.csv");
        ExportPages pages = pages();
        for (String name : new String[] {"parts/1.json", "parts/0.json", "parts/sums/0.npz", "plan.json"}) {
            pages.store().put("results", "lab/study/0123456789abcdef/" + name, "text/plain", PutBody.of(name.getBytes(UTF_8)));
        }
        Page page = pages.page("results", "lab/study/0123456789abcdef/parts/", "");
        assertThat(page.more()).isFalse();
        assertThat(page.objects()).extracting(object -> object.key().substring("lab/study/0123456789abcdef/".length()))
                .containsExactly("parts/0.json", "parts/1.json", "parts/sums/0.npz");
        assertThat(folder.resolve("lab/results")).doesNotExist();
        assertThat(folder.resolve("work/parts/sums/0.npz")).isRegularFile();
        assertThat(pages.page("results", "lab/study/0123456789abcdef/none/", "").objects()).isEmpty();
    }
}
