package io.github.fixationheatmap.job;

import io.github.fixationheatmap.export.MemoryFile;
import io.github.fixationheatmap.fuzz.Promise;
import java.util.List;

/** The reader of options, as a function of any bytes. */
public final class OptionsFuzz {

    private static final String NAME = "heatmap.json";

    private OptionsFuzz() {}

    public static void options(byte[] data) {
        Promise.keptBy(NAME, () -> new OptionsReader(HeatmapOptions.PUBLISHED).read(List.of(new MemoryFile(NAME, data))));
    }
}
