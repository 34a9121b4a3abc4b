package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.analysis.FixationCounter;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.analysis.metrics.TimeZero;
import io.github.fixationheatmap.model.Sections;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.TimeOrigin;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.export.Export;
import io.github.fixationheatmap.read.export.FixationReader;
import io.github.fixationheatmap.read.export.OptionsReader;
import io.github.fixationheatmap.read.export.TimeOrigins;
import io.github.fixationheatmap.read.image.ReferenceImage;
import java.util.ArrayList;
import java.util.List;

/**
 * All of an export but its fixations, read and checked.
 *
 * @param job what is to be done
 * @param export the files
 * @param options what was chosen, by the stack, the drop and the request
 * @param image the reference image, not decoded yet
 * @param sections the sections, if there is a file of them
 * @param grid the bins over the image
 * @param aois the AOIs, ready to listen while fixations are counted
 */
public record Study(
        HeatmapJob job, Export.Complete export, HeatmapOptions options, ReferenceImage image, Sections sections, Grid grid, AoiStage aois) {

    /**
     * Counts the fixations.
     *
     * @throws io.github.fixationheatmap.problem.ProblemException if they are bad, or lack a recording that was asked for
     */
    Counted count() {
        Counted counted = countRows();
        OptionsReader.checkSelection(counted.tally(), export.options(), job.overrides());
        export.aois().stream().findFirst()
                .ifPresent(file -> aois.checkRows(counted.tally().selected().size(), new Location.WholeFile(file.name())));
        return counted;
    }

    private Counted countRows() {
        try (FixationReader reader = FixationReader.open(export.fixations())) {
            FixationCounter tally = new FixationCounter(grid, reader.type().unit(), options, sections, aois.observer());
            reader.forEach(tally);
            return new Counted(tally, tally.counts(), reader.type(), reader.endColumn().isPresent() ? "end - start" : "duration [ms]");
        }
    }

    /** Where each recording's time begins. */
    TimeZero origin(Counted counted) {
        Location option = OptionsReader.place(export.options(), job.overrides(), "/timeOrigin");
        return new TimeOrigins(sections, export.events(), export.recordings()).of(options.aoi().timeOrigin(), counted.counts(), option);
    }

    /** The files that were read. */
    public List<InputFile> inputs() {
        List<InputFile> inputs = new ArrayList<>();
        inputs.add(export.fixations());
        inputs.add(export.referenceImage());
        export.sections().ifPresent(inputs::add);
        inputs.addAll(export.options());
        inputs.addAll(export.aois());
        if (options.aoi().timeOrigin() == TimeOrigin.RECORDING) {
            export.events().ifPresent(inputs::add);
            export.recordings().ifPresent(inputs::add);
        }
        return inputs;
    }
}
