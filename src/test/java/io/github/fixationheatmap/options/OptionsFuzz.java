package io.github.fixationheatmap.options;

import io.github.fixationheatmap.fuzz.Promise;
import io.github.fixationheatmap.read.MemoryFile;
import io.github.fixationheatmap.read.export.OptionsReader;
import java.util.List;

/** The reader of options, as a function of any bytes. */
public final class OptionsFuzz {

    private static final String NAME = "heatmap.json";

    private OptionsFuzz() {}

    public static void options(byte[] data) {
        Promise.keptBy(NAME, () -> new OptionsReader(HeatmapOptions.PUBLISHED).read(List.of(new MemoryFile(NAME, data))));
    }
}
