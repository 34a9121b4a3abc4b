package io.github.fixationheatmap.read.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.ByteStore;
import io.github.fixationheatmap.read.export.ExportFinder.DropListing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Limits of a zip of several exports: their number, and the length of the keys of their results. */
class ManyExportsTest {

    private static final String KEY = "inbox/study/all.zip";

    private static List<Export> exports(List<String> folders) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String folder : folders) {
                zip.putNextEntry(new ZipEntry(folder + "/reference_image.png"));
                zip.closeEntry();
            }
        }
        ByteStore store = new ByteStore(KEY, bytes.toByteArray(), 0, new byte[0]);
        DropListing listing = new DropListing(new Drop.Zip("drops", KEY), List.of(store.object), Optional.empty());
        return new ExportFinder(store).find(listing, TimeCheck.NONE);
    }

    @Test
    void refusesMoreThanAThousandExports() throws IOException {
        List<String> folders = IntStream.rangeClosed(0, 1_000).mapToObj(Integer::toString).toList();
        assertThat(exports(folders.subList(0, 1_000))).hasSize(1_000);
        assertThatThrownBy(() -> exports(folders))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().type()).isEqualTo(ProblemType.TOO_LARGE))
                .hasMessage("all.zip: seen \"1001 exports\", expected at most 1000 exports in one zip");
    }

    /** S3 allows keys of 1,024 bytes, including the prefix "study/all/", a slash, and 64 bytes for a file's name. */
    @Test
    void refusesFoldersTooLongForKeysOfResults() throws IOException {
        String half = "ü".repeat(200) + "/";
        String longest = half + half + "x".repeat(1_024 - 10 - 2 * 401 - 1 - 64);
        assertThat(exports(List.of("a", longest))).hasSize(2);
        assertThatThrownBy(() -> exports(List.of("a", longest + "b")))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().type()).isEqualTo(ProblemType.BAD_ZIP))
                .hasMessageContaining("1024 bytes");
        assertThat(exports(List.of(longest + "alone"))).singleElement()
                .satisfies(export -> assertThat(export.folder()).isEmpty());
    }
}
