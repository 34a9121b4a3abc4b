package io.github.fixationheatmap.read.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.drop.Drop;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import io.github.fixationheatmap.store.S3ObjectStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The files with areas of interest of an export, in a folder and in a zip. */
class AoiFilesTest {

    private static final List<String> REQUIRED = List.of("fixations.csv", "reference_image.png");

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final String bucket = S3.server().freshBucket();

    @Test
    void takesOneFile() {
        Export.Complete export = (Export.Complete) folder("aois.json", "gaze.csv", "notes/aois.json");
        assertThat(export.aois()).extracting(InputFile::name).containsExactly("aois.json");
        assertThat(export.events()).isEmpty();
        assertThat(export.recordings()).isEmpty();
    }

    @Test
    void takesMasksByName() {
        Export.Complete export = (Export.Complete) folder("aois/mug.png", "aois/bottle.png", "aois/readme.txt", "aois/reference_image.png");
        assertThat(export.aois()).extracting(InputFile::name).containsExactly("aois/bottle.png", "aois/mug.png");
        assertThat(export.warnings()).extracting(Warning::detail)
                .containsExactly("Among the masks lie files that are no pictures and were passed over: aois/readme.txt.");
    }

    @Test
    void takesRawRecordingsTables() {
        Export.Complete export = (Export.Complete) folder("events.csv", "recordings.csv");
        assertThat(export.events().orElseThrow().name()).isEqualTo("events.csv");
        assertThat(export.recordings().orElseThrow().name()).isEqualTo("recordings.csv");
        assertThat(export.aois()).isEmpty();
    }

    @Test
    void refusesTwoFiles() {
        Export.Refused export = (Export.Refused) folder("aois.json", "reference_image.json");
        assertThat(export.problem().type()).isEqualTo(ProblemType.AMBIGUOUS_FILES);
        assertThat(export.problem().actual()).isEqualTo("aois.json, reference_image.json");
    }

    @Test
    void refusesFileTogetherWithMasks() {
        Problem problem = ((Export.Refused) folder("shelf.aois", "aois/mug.png")).problem();
        assertThat(problem.detail()).isEqualTo("aois/mug.png: seen \"shelf.aois, aois/mug.png\", expected one of them");
    }

    @Test
    void areasAloneAreIncomplete() {
        ObjectStore store = new S3ObjectStore(S3.server().client());
        put(store, "inbox/s/", List.of("aois/mug.png", "events.csv", "recordings.csv"));
        assertThat(find(new Drop.Folder(bucket, "inbox/s/")))
                .containsExactly(new Export.Incomplete("", List.of("fixations.csv", "reference_image.jpeg, .jpg or .png"), List.of()));
    }

    @Test
    void masksOfZipBelongToTheirExport() throws IOException {
        List<Export> exports = zip("one/fixations.csv", "one/reference_image.png", "one/aois/mug.png", "one/aois/bottle.png",
                "two/fixations.csv", "two/reference_image.png", "two/aois.json", "two/events.csv", "aois/stray.png",
                "__MACOSX/one/aois/._mug.png", "three/aois/mug.png");
        assertThat(exports).hasSize(2);
        Export.Complete one = (Export.Complete) exports.get(0);
        assertThat(one.folder()).isEqualTo("one");
        assertThat(one.aois()).extracting(InputFile::name).containsExactly("s.zip/one/aois/bottle.png", "s.zip/one/aois/mug.png");
        Export.Complete two = (Export.Complete) exports.get(1);
        assertThat(two.aois()).extracting(InputFile::entry).containsExactly("two/aois.json");
        assertThat(two.events()).isPresent();
    }

    @Test
    void zipWithAreasAloneIsNoExport() {
        assertThatThrownBy(() -> zip("aois.json", "events.csv", "recordings.csv")).isInstanceOf(ProblemException.class)
                .hasMessage("s.zip: expected fixations.csv and reference_image.jpeg, .jpg or .png in one folder");
    }

    private Export folder(String... files) {
        ObjectStore store = new S3ObjectStore(S3.server().client());
        put(store, "inbox/s/", REQUIRED);
        put(store, "inbox/s/", List.of(files));
        return find(new Drop.Folder(bucket, "inbox/s/")).getFirst();
    }

    private void put(ObjectStore store, String folder, List<String> files) {
        files.forEach(file -> store.put(bucket, folder + file, "text/plain", PutBody.of(new byte[1])));
    }

    private List<Export> zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(1);
            }
        }
        ObjectStore store = new S3ObjectStore(S3.server().client());
        store.put(bucket, "inbox/s.zip", "application/zip", PutBody.of(bytes.toByteArray()));
        return find(new Drop.Zip(bucket, "inbox/s.zip"));
    }

    private List<Export> find(Drop drop) {
        ExportFinder finder = new ExportFinder(new S3ObjectStore(S3.server().client()));
        return finder.find(finder.list(drop), TimeCheck.NONE);
    }
}
