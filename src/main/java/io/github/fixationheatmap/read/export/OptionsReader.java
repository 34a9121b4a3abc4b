package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.analysis.FixationCounter;
import io.github.fixationheatmap.drop.FileRole;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.OptionsParser;
import io.github.fixationheatmap.options.Overrides;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.JsonFile;
import java.util.List;

/** Puts a drop's options files over the stack's defaults. */
public final class OptionsReader {

    private static final long MAX_BYTES = 1 << 20;

    private final JsonFile json = new JsonFile();
    private final HeatmapOptions defaults;

    public OptionsReader(HeatmapOptions defaults) {
        this.defaults = defaults;
    }

    /** The effective options: what a later file names overrides the files before it. */
    public HeatmapOptions read(List<InputFile> files) {
        HeatmapOptions options = defaults;
        for (InputFile file : files) {
            options = new OptionsParser(file.name(), "").parse(json.read(file, MAX_BYTES), options);
        }
        return options;
    }

    /** Where an option stands, or would stand: in the request if it names it, else in the last file, which overrides the ones before. */
    public static Location place(List<InputFile> files, Overrides overrides, String pointer) {
        return overrides.names(pointer)
                ? overrides.place(pointer)
                : new Location.Pointer(files.isEmpty() ? FileRole.OPTIONS_NAME : files.get(files.size() - 1).name(), pointer);
    }

    /**
     * Refuses a selected recording that the export does not have: most likely its name is misspelt, and an empty heatmap would not say so.
     */
    public static void checkSelection(FixationCounter tally, List<InputFile> files, Overrides overrides) {
        tally.unknownSelection().ifPresent(unknown -> {
            throw new Problem(ProblemType.BAD_OPTION, place(files, overrides, "/recordings/" + unknown.index()), unknown.recording(),
                    "the id or name of a recording of this export: " + String.join(", ", tally.recordingNames())).asException();
        });
    }
}
