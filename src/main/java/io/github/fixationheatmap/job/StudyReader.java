package io.github.fixationheatmap.job;

import io.github.fixationheatmap.aoi.AoiSet;
import io.github.fixationheatmap.aoifile.AoiReader;
import io.github.fixationheatmap.export.Export;
import io.github.fixationheatmap.export.Limits;
import io.github.fixationheatmap.export.ReferenceImage;
import io.github.fixationheatmap.export.SectionReader;
import io.github.fixationheatmap.export.SectionReader.Sections;
import io.github.fixationheatmap.grid.Grid;
import io.github.fixationheatmap.problem.Place;

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
        Place background = OptionsReader.place(export.options(), job.overrides(), "/background");
        return new Study(job, export, options, image, sections, grid, AoiStage.begin(drawn, grid, options.aoi(), background));
    }
}
