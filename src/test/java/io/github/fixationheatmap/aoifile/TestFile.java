package io.github.fixationheatmap.aoifile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fixationheatmap.aoi.AoiSet;
import io.github.fixationheatmap.export.InputFile;
import io.github.fixationheatmap.store.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file of a drop that lies in memory. */
record TestFile(StoredObject object, ByteArrayInputStream bytes) implements InputFile {

    static TestFile of(String name, byte[] bytes) {
        return new TestFile(new StoredObject("drops", "inbox/s/" + name, bytes.length, "\"e\""), new ByteArrayInputStream(bytes));
    }

    static TestFile of(String name, String text) {
        return of(name, text.getBytes(UTF_8));
    }

    /** The areas of an {@code aois.json} with this text, on an image of 200 x 100 px. */
    static AoiSet read(String json) {
        return read(of("aois.json", json));
    }

    static AoiSet read(TestFile... files) {
        return new AoiReader().read(Stream.of(files).map(InputFile.class::cast).toList(), 200, 100);
    }

    static AoiSet read(List<InputFile> files, int width, int height) {
        return new AoiReader().read(files, width, height);
    }

    @Override
    public String name() {
        return object.key().substring("inbox/s/".length());
    }

    @Override
    public @Nullable String entry() {
        return null;
    }

    @Override
    public long size() {
        return object.size();
    }

    @Override
    public InputStream open() {
        bytes.reset();
        return bytes;
    }
}
