package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.FixationListeners;
import io.github.fixationheatmap.analysis.grid.Grid;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.options.ChosenOutput;
import io.github.fixationheatmap.options.GroupOptions;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.result.DescribedRun;
import io.github.fixationheatmap.result.Manifest;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.result.Tool;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The registry of outputs: every output that a run may make, in the order in which the manifest lists them. */
public final class Outputs {

    /** A new output is a class and one line here. */
    public static final List<Output> ALL = List.of(
            new HeatmapOutput(),
            new FigureOutput(),
            new ScanpathOutput(),
            new AoiFixationsOutput(),
            new AoiMetricsOutput(),
            new AoiSummaryOutput(),
            new AoiHeatmapOutput(),
            new AoiBarsOutput(),
            new HistogramOutput(),
            new RecordingHistogramsOutput(),
            new GroupMapOutput(),
            new DifferenceOutput(),
            new GroupTableOutput(),
            new StabilityOutput(),
            new ReportOutput());

    /** The most bytes of all tables together: each run makes their text three times. */
    static final long MAX_TABLE_BYTES = 1L << 30;

    /** The most pixels of all pictures over the photo, of groups and of their differences: about two bytes each are held. */
    static final long MAX_GROUP_PIXELS = 400_000_000;

    private Outputs() {}

    private static List<Output> made(HeatmapOptions options) {
        return ALL.stream().filter(output -> output.isMade(options)).toList();
    }

    private static Stream<Output.FileType> files() {
        return ALL.stream().flatMap(output -> output.files().stream());
    }

    /** The names of all files of all outputs, except those that are named by drops. */
    public static List<String> fileNames() {
        return files().filter(file -> !file.isNamedByDrops()).map(Output.FileType::name).toList();
    }

    /** The names of all files of all outputs, without their folders. */
    public static Set<String> baseNames() {
        return files().map(file -> file.name().substring(file.name().lastIndexOf('/') + 1)).collect(Collectors.toUnmodifiableSet());
    }

    /** The folders that hold files which are named by drops, each ending in a slash. */
    public static List<String> folders() {
        return files().filter(Output.FileType::isNamedByDrops).map(Output.FileType::folder).distinct().toList();
    }

    /** Whether an output may have a file of this name. */
    public static boolean isFileName(String name) {
        return files().anyMatch(file -> file.isNameOf(name));
    }

    /** The listeners of a run: those that its outputs need, and those that the manifest needs. */
    public static FixationListeners listeners(Analysis.Setup setup) {
        Set<FixationListeners.Kind<?>> kinds = new LinkedHashSet<>(Set.of(Analysis.AOI_HITS));
        made(setup.options()).forEach(output -> kinds.addAll(output.listeners()));
        return new FixationListeners(setup, kinds);
    }

    /**
     * The outputs that the options ask for and that can be made, after all of them were found to be within their bounds.
     *
     * @param image the reference image
     *
     * @throws io.github.fixationheatmap.problem.ProblemException if an output would be too large
     */
    public static Chosen choose(Analysis analysis, ImageRows image) {
        return choose(made(analysis.setup().options()), analysis, image);
    }

    /** Of the same outputs those that need no single fixations, but bins only. */
    public static Chosen chooseOfBins(Analysis analysis, ImageRows image) {
        return choose(made(analysis.setup().options()).stream().filter(Outputs::needsBinsOnly).toList(), analysis, image);
    }

    private static boolean needsBinsOnly(Output output) {
        return Set.of(Analysis.RECORDING_BINS).containsAll(output.listeners());
    }

    /** The options without the outputs that need single fixations. */
    public static HeatmapOptions ofBins(HeatmapOptions options) {
        List<Output> always = made(with(options, List.of()));
        return with(options, options.figures().outputs().stream().filter(chosen -> made(with(options, List.of(chosen))).stream()
                .filter(output -> !always.contains(output)).allMatch(Outputs::needsBinsOnly)).toList());
    }

    private static HeatmapOptions with(HeatmapOptions options, List<ChosenOutput> outputs) {
        return options.withFigures(options.figures().withOutputs(outputs));
    }

    private static Chosen choose(List<Output> asked, Analysis analysis, ImageRows image) {
        Pictures pictures = new Pictures(analysis, image);
        List<Output> made = new ArrayList<>();
        List<Warning> leftOut = new ArrayList<>();
        for (Output output : asked) {
            output.obstacle(analysis, pictures).ifPresentOrElse(leftOut::add, () -> made.add(output));
        }
        made.forEach(output -> output.check(analysis));
        checkBytes(made, analysis);
        return new Chosen(made, leftOut, pictures);
    }

    /**
     * The outputs of a run, not made yet.
     *
     * @param outputs the outputs
     * @param leftOut why outputs that the options ask for are left out
     * @param pictures what several of them show
     */
    public record Chosen(List<Output> outputs, List<Warning> leftOut, Pictures pictures) {
        public Chosen {
            outputs = List.copyOf(outputs);
            leftOut = List.copyOf(leftOut);
        }

        /** Makes the files of all outputs: first those of the analysis, then those about the run and the files made by then. */
        public List<ResultFile> make(Tool tool, Manifest manifest, ResultKeys keys) {
            List<ResultFile> files = new ArrayList<>();
            outputs.forEach(output -> files.addAll(output.make(manifest.analysis(), pictures, keys)));
            List<Output> describing = outputs.stream().filter(Output::describesRun).toList();
            if (!describing.isEmpty()) {
                files.replaceAll(ResultFile::withSha256);
                DescribedRun run = new DescribedRun(tool, manifest, keys, files);
                describing.forEach(output -> files.addAll(output.describe(run, pictures, keys)));
            }
            return List.copyOf(files);
        }
    }

    /** Refuses tables that would be too long together, naming those that are. */
    static void checkBytes(List<Output> made, Analysis analysis) {
        List<String> names = new ArrayList<>();
        long bytes = 0;
        for (Output output : made) {
            long more = output.maxBytes(analysis);
            if (more > 0) {
                names.add(output.files().getLast().name());
            }
            bytes += more;
            if (bytes > MAX_TABLE_BYTES) {
                throw new Problem(ProblemType.TOO_LARGE, analysis.setup().aoisLocation(),
                        bytes + " bytes of " + String.join(" and ", names),
                        "labels and ids that together give at most " + MAX_TABLE_BYTES + " bytes").asException();
            }
        }
    }

    /**
     * Refuses pictures that would be too many for the memory, and names of groups that are too long for keys.
     *
     * @param names the names of the groups
     * @param place where the groups are named
     * @throws io.github.fixationheatmap.problem.ProblemException if there are too many or too long
     */
    public static void checkGroups(List<String> names, Grid grid, Location place, ResultKeys keys) {
        long pictures = names.size() + names.size() * (names.size() - 1L) / 2;
        long pixels = pictures * grid.width() * grid.height();
        if (pixels > MAX_GROUP_PIXELS) {
            throw new Problem(ProblemType.TOO_LARGE, place, names.size() + " groups, whose pictures and differences have " + pixels + " px",
                    "so few groups, or so small a reference image, that there are at most " + MAX_GROUP_PIXELS + " px").asException();
        }
        List<String> longest = names.stream().sorted((a, b) -> Integer.compare(b.length(), a.length())).limit(2).toList();
        String pair = String.join(GroupOptions.VERSUS, longest);
        if (longest.size() == 2 && !keys.fitInS3(DifferenceOutput.namesOf(pair))) {
            throw new Problem(ProblemType.TOO_LARGE, place, pair,
                    "names so short that no key of the results has more than " + ResultKeys.MAX_KEY_BYTES + " bytes").asException();
        }
    }
}
