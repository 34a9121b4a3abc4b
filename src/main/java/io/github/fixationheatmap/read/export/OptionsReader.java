package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.drop.ExportPart.FileRole;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.OptionsParser;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.JsonFile;
import java.util.List;

/** Reads the options files of a drop. The stack's defaults hold for options that no file sets. */
public final class OptionsReader {

    private static final long MAX_BYTES = 1 << 20;

    private final HeatmapOptions defaults;

    public OptionsReader(HeatmapOptions defaults) {
        this.defaults = defaults;
    }

    /** The options of the run. A later file overrides the files before it. */
    public HeatmapOptions read(List<InputFile> files) {
        HeatmapOptions options = defaults;
        for (InputFile file : files) {
            options = new OptionsParser(file.name(), "").parse(JsonFile.read(file, MAX_BYTES), options, defaults);
        }
        return options;
    }

    /** The location of an option: in the request if the request sets it, otherwise in the last options file. */
    public static Location location(List<InputFile> files, Overrides overrides, String pointer) {
        return overrides.names(pointer)
                ? overrides.location(pointer)
                : new Location.Pointer(files.isEmpty() ? FileRole.OPTIONS_NAME : files.get(files.size() - 1).name(), pointer);
    }
}
