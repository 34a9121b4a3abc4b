package io.github.fixationheatmap.job;

import io.github.fixationheatmap.drop.FileRole;
import io.github.fixationheatmap.export.InputFile;
import io.github.fixationheatmap.export.JsonFile;
import io.github.fixationheatmap.problem.Place;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import java.util.List;

/** Puts a drop's options files over the stack's defaults. */
final class OptionsReader {

    private static final long LONGEST = 1 << 20;

    private final JsonFile json = new JsonFile();
    private final HeatmapOptions defaults;

    OptionsReader(HeatmapOptions defaults) {
        this.defaults = defaults;
    }

    /** The effective options: what a later file names overrides the files before it. */
    HeatmapOptions read(List<InputFile> files) {
        HeatmapOptions options = defaults;
        for (InputFile file : files) {
            options = new OptionsParser(file.name(), "").parse(json.read(file, LONGEST), options);
        }
        return options;
    }

    /** Where an option stands, or would stand: in the request if it names it, else in the last file, which overrides the ones before. */
    static Place place(List<InputFile> files, Overrides overrides, String pointer) {
        return overrides.names(pointer)
                ? overrides.place(pointer)
                : new Place.Pointer(files.isEmpty() ? FileRole.OPTIONS_NAME : files.get(files.size() - 1).name(), pointer);
    }

    /**
     * Refuses a selected recording that the export does not have: most likely its name is misspelt, and an empty heatmap would not say so.
     */
    static void checkSelection(FixationTally tally, List<InputFile> files, Overrides overrides) {
        tally.unknownSelection().ifPresent(unknown -> {
            throw new Problem(ProblemType.BAD_OPTION, place(files, overrides, "/recordings/" + unknown.index()), unknown.recording(),
                    "the id or name of a recording of this export: " + String.join(", ", tally.recordingNames())).asException();
        });
    }
}
