package io.github.fixationheatmap.read.aoi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.MemoryFile;
import java.util.List;

/** Creates and reads files with areas. */
final class TestFile {

    private TestFile() {}

    static InputFile of(String name, byte[] bytes) {
        return new MemoryFile(name, bytes);
    }

    static InputFile of(String name, String text) {
        return of(name, text.getBytes(UTF_8));
    }

    /** The areas of an {@code aois.json} with this text, on an image of 200 x 100 px. */
    static AoiSet read(String json) {
        return read(of("aois.json", json));
    }

    static AoiSet read(InputFile... files) {
        return new AoiReader().read(List.of(files), 200, 100, TimeCheck.NONE);
    }

    static AoiSet read(List<InputFile> files, int width, int height) {
        return new AoiReader().read(files, width, height, TimeCheck.NONE);
    }
}
