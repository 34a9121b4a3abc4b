package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.fuzz.Promise;
import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.model.Sections;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.read.ByteStore;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.read.image.ImagesTest;
import io.github.fixationheatmap.read.image.ReferenceImage;
import io.github.fixationheatmap.read.zip.ZipDirectory;
import io.github.fixationheatmap.read.zip.ZipEntryFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fuzz targets: the readers of an export's files. */
public final class ExportFuzz {

    private static final long MAX_UNPACKED = 1 << 20;
    private static final long MAX_PIXELS = 1 << 16;

    private ExportFuzz() {}

    public static void fixations(byte[] data) {
        Promise.keptBy("fixations.csv", () -> {
            try (FixationReader reader = FixationReader.open(file("fixations.csv", data))) {
                reader.forEach(f -> require(f.start() >= 0 && f.end() >= f.start() && !f.id().isBlank()));
            }
        });
    }

    public static void sections(byte[] data) {
        Promise.keptBy("sections.csv", () -> {
            Sections read = SectionReader.read(file("sections.csv", data), java.util.Set.of());
            read.sections().forEach((id, s) -> require(s.start() >= 0 && read.recordings().containsKey(s.recordingId())));
        });
    }

    public static void zip(byte[] data) {
        if (data.length == 0) {
            return;
        }
        ByteStore store = new ByteStore("inbox/study.zip", data, 0, new byte[0]);
        Promise.keptBy("study.zip", () -> {
            List<ZipEntryFile> files = ZipDirectory.read(store, store.object);
            require(store.requests <= ZipDirectory.MAX_REQUESTS);
            Set<String> names = new HashSet<>();
            for (ZipEntryFile file : files) {
                require(names.add(file.entry()) && !("/" + file.entry() + "/").contains("/../"));
                file.readAll(MAX_UNPACKED);
            }
            require(store.requests <= ZipDirectory.MAX_REQUESTS + files.size());
        });
    }

    public static void picture(byte[] data) {
        Promise.keptBy("reference_image.png", () -> {
            ReferenceImage image = ReferenceImage.open(file("reference_image.png", data), new Limits(MAX_PIXELS), TimeCheck.NONE);
            ImageRows photo = ImagesTest.decoded(image);
            require(photo.width() == image.width() && photo.height() == image.height());
            byte[] row = new byte[3 * photo.width()];
            for (int y = 0; y < photo.height(); y++) {
                photo.row(y, row);
            }
        });
    }

    private static InputFile file(String name, byte[] data) {
        ByteStore store = new ByteStore("inbox/" + name, data, 0, new byte[0]);
        return new InputFile.StoredFile(store, store.object);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError("what was read breaks what its type promises");
        }
    }
}
