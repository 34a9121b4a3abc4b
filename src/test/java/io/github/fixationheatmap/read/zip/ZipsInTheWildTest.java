package io.github.fixationheatmap.read.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.Resources;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.read.ByteStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zips written by Python, Info-ZIP, Windows and macOS, and oversized hostile zips, each read within the stated number of requests. */
class ZipsInTheWildTest {

    private static final String FOLDER = "Küche/Regal 2/";
    private static final String CSV = "fixations, as text that deflates: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n".repeat(3);

    private static ByteStore store(byte... zip) {
        return new ByteStore("inbox/study.zip", zip, 0, new byte[0]);
    }

    private static byte[] resource(String name) {
        return Resources.bytes("/zips/" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"python-stored.zip", "python-deflated.zip", "python-descriptors.zip", "python-stored-descriptors.zip",
        "python-zip64.zip", "python-zip64-descriptors.zip", "python-comments.zip", "infozip.zip", "infozip-stored.zip",
        "infozip-descriptors.zip", "infozip-zip64.zip", "infozip-no-extras.zip", "infozip-unicode.zip", "infozip-c-locale.zip",
        "windows-cp437.zip", "windows-backslashes.zip", "macos.zip"})
    void hasTheEntriesThatWereWritten(String name) throws IOException {
        ByteStore store = store(resource(name));
        List<ZipEntryFile> files = ZipDirectory.read(store, store.object);
        assertThat(store.requests).isEqualTo(1);
        assertThat(files).extracting(ZipEntryFile::entry).containsExactlyInAnyOrder(
                FOLDER + "fixations.csv", FOLDER + "reference_image.png", FOLDER + "sections.csv");
        for (ZipEntryFile file : files) {
            byte[] bytes = file.readAll(1000);
            switch (file.name().substring(("study.zip/" + FOLDER).length())) {
                case "fixations.csv" -> assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(CSV);
                case "sections.csv" -> assertThat(bytes).isEmpty();
                default -> assertThat(bytes).hasSize(256).startsWith(0, 1, 2);
            }
        }
        assertThat(store.requests).isEqualTo(1 + files.size());
    }

    @Tag("slow")
    @Test
    void aHundredThousandEntriesAreRead() throws IOException {
        byte[] zip = many(ZipDirectory.MAX_ENTRIES);
        ByteStore store = store(zip);
        assertThat(ZipDirectory.read(store, store.object)).singleElement()
                .satisfies(f -> assertThat(f.readAll(100)).containsExactly(1, 2, 3));
        assertThat(store.requests).isEqualTo(ZipDirectory.MAX_REQUESTS + 1);
        assertThat(store.bytesAskedFor).isLessThan(zip.length);
        ByteStore more = store(many(ZipDirectory.MAX_ENTRIES + 1));
        assertThatThrownBy(() -> ZipDirectory.read(more, more.object)).isInstanceOf(ProblemException.class)
                .hasMessage("study.zip: seen \"100001 entries\", expected at most 100000 entries");
        assertThat(more.requests).isEqualTo(1);
    }

    private static byte[] many(int entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("fixations.csv"));
            zip.write(new byte[] {1, 2, 3});
            for (int i = 1; i < entries; i++) {
                zip.putNextEntry(new ZipEntry("x" + i));
            }
        }
        return out.toByteArray();
    }

    /** 256 MB of zeros in 260 kB: the size that the directory states is refused before anything is unpacked. */
    @Tag("slow")
    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(9);
            zip.putNextEntry(new ZipEntry("heatmap.json"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 256; i++) {
                zip.write(zeros);
            }
        }
        assertThat(out.size()).isLessThan((256 << 20) / 1000);
        ByteStore store = store(out.toByteArray());
        ZipEntryFile bomb = ZipDirectory.read(store, store.object).getFirst();
        long requests = store.requests;
        assertThatThrownBy(() -> bomb.readAll(1 << 20)).isInstanceOf(ProblemException.class)
                .hasMessage("study.zip/heatmap.json: seen \"268435456 bytes\", expected at most 1048576 bytes");
        assertThat(store.requests).isEqualTo(requests);
    }
}
