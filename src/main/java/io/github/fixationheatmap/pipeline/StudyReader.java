package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.model.Sections;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.read.aoi.AoiReader;
import io.github.fixationheatmap.read.export.Export;
import io.github.fixationheatmap.read.export.OptionsReader;
import io.github.fixationheatmap.read.export.SectionReader;
import io.github.fixationheatmap.read.image.ReferenceImage;

/** Reads all of an export but its fixations. */
final class StudyReader {

    private final OptionsReader optionsReader;
    private final AoiReader aoiReader = new AoiReader();
    private final Limits limits;

    StudyReader(HeatmapOptions defaults, Limits limits) {
        this.optionsReader = new OptionsReader(defaults);
        this.limits = limits;
    }

    /**
     * Reads and checks.
     *
     * @throws io.github.fixationheatmap.problem.ProblemException if a file or an option is bad
     */
    Study read(HeatmapJob job, Export.Complete export) {
        HeatmapOptions options = job.overrides().over(optionsReader.read(export.options()));
        ReferenceImage image = ReferenceImage.open(export.referenceImage(), limits);
        Sections sections = export.sections().map(SectionReader::read).orElse(Sections.NONE);
        Grid grid = Grid.of(image.width(), image.height());
        AoiSet drawn = aoiReader.read(export.aois(), image.width(), image.height());
        Location background = OptionsReader.place(export.options(), job.overrides(), "/background");
        return new Study(job, export, options, image, sections, grid, AoiStage.begin(drawn, grid, options.aoi(), background));
    }
}
