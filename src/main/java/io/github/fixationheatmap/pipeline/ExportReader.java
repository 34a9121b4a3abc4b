package io.github.fixationheatmap.pipeline;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.aoi.AoiSet;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.model.Sections;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.options.AoiOptions.Background;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.HeatmapOptions.Blur;
import io.github.fixationheatmap.options.TimeWindow;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.read.aoi.AoiReader;
import io.github.fixationheatmap.read.export.Export;
import io.github.fixationheatmap.read.export.NamedGroups;
import io.github.fixationheatmap.read.export.OptionsReader;
import io.github.fixationheatmap.read.export.SectionReader;
import io.github.fixationheatmap.read.export.TimeOrigins;
import io.github.fixationheatmap.read.image.ReferenceImage;
import java.util.Locale;
import java.util.Optional;

/** Reads all files of an export except the fixations and the files of recording starts. */
final class ExportReader {

    private final HeatmapOptions defaults;
    private final OptionsReader optionsReader;
    private final AoiReader aoiReader = new AoiReader();
    private final Limits limits;

    ExportReader(HeatmapOptions defaults, Limits limits) {
        this.defaults = defaults;
        this.optionsReader = new OptionsReader(defaults);
        this.limits = limits;
    }

    /**
     * Reads the files, and checks the options against the AOIs.
     *
     * @throws io.github.fixationheatmap.problem.ProblemException if a file or an option is bad
     */
    ExportContents read(HeatmapRequest request, Export.Complete found, TimeCheck time) {
        HeatmapOptions options = request.overrides().over(optionsReader.read(found.options()), defaults);
        Export.Complete export = found.withFixations(found.fixations()
                .choose(options.surface(), OptionsReader.location(found.options(), request.overrides(), "/surface")));
        ReferenceImage image = ReferenceImage.open(export.referenceImage(), limits, time);
        // A request's groups replace those of the drop's file.
        Optional<InputFile> groupsFile = request.overrides().names("/groups") ? Optional.empty() : export.groups();
        NamedGroups groups = NamedGroups.of(options.groups(), groupsFile,
                pointer -> OptionsReader.location(export.options(), request.overrides(), pointer));
        Sections sections = export.sections().map(file -> SectionReader.read(file, groups.wearers())).orElse(Sections.NONE);
        Grid grid = Grid.of(image.width(), image.height());
        AoiSet aois = aoiReader.read(export.aois(), image.width(), image.height(), time);
        checkBackground(options, aois, OptionsReader.location(export.options(), request.overrides(), "/background"));
        Location aoisLocation = new Location.WholeFile(export.aois().stream().findFirst().map(InputFile::name).orElse("aois.json"));
        Analysis.Setup setup = new Analysis.Setup(options, grid, aois, aoisLocation, time, sections.wearers());
        checkBlur(options, grid, OptionsReader.location(export.options(), request.overrides(), "/sigmaDegrees"));
        checkWindow(options.window(), OptionsReader.location(export.options(), request.overrides(), "/to"));
        TimeOrigins origins = new TimeOrigins(options.aoi().timeOrigin(), export, sections,
                OptionsReader.location(export.options(), request.overrides(), "/timeOrigin"));
        return new ExportContents(request.drop(), export, request.overrides(), setup, image, sections, origins, groups);
    }

    /** A drop and a request may each state one bound of the time in which fixations count. */
    private static void checkWindow(TimeWindow window, Location option) {
        if (window.isEmpty()) {
            throw new Problem(ProblemType.BAD_OPTION, option, String.valueOf(window.to().orElseThrow()),
                    "more than from, which is " + window.from().orElseThrow()).asException();
        }
    }

    /** The background is listed under a label of its own, which no AOI may have. */
    static void checkBackground(HeatmapOptions options, AoiSet aois, Location option) {
        boolean taken = aois.aois().stream().anyMatch(aoi -> aoi.labels().contains(Background.NAME));
        if (options.aoi().background() == Background.LISTED && taken) {
            throw new Problem(ProblemType.BAD_OPTION, option, "true", "false, because an AOI is labelled \"" + Background.NAME + "\"")
                    .asException();
        }
    }

    /** A blur in degrees needs their size in px, which a drop or a request states, and is as wide as one of a scale could be. */
    private static void checkBlur(HeatmapOptions options, Grid grid, Location option) {
        if (options.blur() instanceof Blur.Degrees degrees) {
            String actual = String.valueOf(degrees.sigma());
            double inPixels = options.pixelsPerDegree().orElseThrow(() -> new Problem(ProblemType.BAD_OPTION, option, actual,
                    "the option pixelsPerDegree as well: how many px of the reference image are a degree").asException());
            double least = 0.01 * HeatmapOptions.MIN_SCALE * Grid.LONGER_SIDE * grid.pixelsPerBin() / inPixels;
            double most = 0.01 * HeatmapOptions.MAX_SCALE * Grid.LONGER_SIDE * grid.pixelsPerBin() / inPixels;
            if (!(degrees.sigma() >= least && degrees.sigma() <= most)) {
                throw new Problem(ProblemType.BAD_OPTION, option, actual, String.format(Locale.ROOT,
                        "%.4g to %.4g degrees on an image of %d x %d px with %s px per degree, as wide as a scale from %s to %s",
                        least, most, grid.width(), grid.height(), inPixels, HeatmapOptions.MIN_SCALE, HeatmapOptions.MAX_SCALE))
                        .asException();
            }
        }
    }
}
