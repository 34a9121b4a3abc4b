package io.github.fixationheatmap.result.output;

import static io.github.fixationheatmap.draw.figure.NumberText.SPACE;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.FixationListeners;
import io.github.fixationheatmap.analysis.ScanpathRecorder.Step;
import io.github.fixationheatmap.analysis.ScanpathRecorder;
import io.github.fixationheatmap.draw.figure.FigurePage;
import io.github.fixationheatmap.draw.figure.NumberText;
import io.github.fixationheatmap.draw.figure.ScanpathLegend;
import io.github.fixationheatmap.draw.figure.Scanpaths;
import io.github.fixationheatmap.draw.vector.Drawing;
import io.github.fixationheatmap.draw.vector.Mark.Picture;
import io.github.fixationheatmap.draw.vector.Mark;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.options.ChosenOutput;
import io.github.fixationheatmap.options.FigureOptions;
import io.github.fixationheatmap.options.HeatmapOption;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.options.ScanpathOptions;
import io.github.fixationheatmap.result.ResultFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The scanpaths of all selected recordings over the reference image. */
final class ScanpathOutput implements Output {

    private static final FileType PNG_FILE = new FileType("scanpath.png", PNG,
            "each recording's fixations in their order; only if the option `outputs` names `\"scanpath\"`");
    private static final FileType SVG_FILE = new FileType("scanpath.svg", SVG, "the same scanpaths as vector graphics, with real text");

    /** Each circle has at most two lines; more lines are between fixations that are both outside. */
    private static final int MAX_LINES = 2 * ScanpathRecorder.MAX_CIRCLES;

    /** The most bytes of the circles, lines and texts of the SVG. The legend and the notes have some 20 kB more. */
    private static final int MAX_SVG_BYTES = 1_950_000;

    @Override
    public List<FileType> files() {
        return List.of(PNG_FILE, SVG_FILE);
    }

    @Override
    public boolean isMade(HeatmapOptions options) {
        return options.figures().outputs().contains(ChosenOutput.SCANPATH);
    }

    @Override
    public Set<FixationListeners.Kind<?>> listeners() {
        return Set.of(Analysis.SCANPATHS);
    }

    @Override
    public Optional<Warning> obstacle(Analysis analysis, Pictures pictures) {
        return tooLong(analysis, pictures);
    }

    /** The warning that there is more to draw than can be told apart. */
    static Optional<Warning> tooLong(Analysis analysis, Pictures pictures) {
        ScanpathRecorder recorder = analysis.listeners().get(Analysis.SCANPATHS);
        if (!recorder.isTooLong() && Marks.of(analysis, pictures).lineCount() <= MAX_LINES) {
            return Marks.of(analysis, pictures).maxSvgBytes() <= MAX_SVG_BYTES ? Optional.empty() : Optional.of(tooLarge());
        }
        int each = ScanpathRecorder.MAX_CIRCLES / Math.max(1, recorder.sections());
        String first = HeatmapOption.SCANPATH_FIRST.id();
        return Optional.of(new Warning("scanpath-too-long", "The scanpath has more than "
                + NumberText.grouped(ScanpathRecorder.MAX_CIRCLES) + " circles, or too many lines, and is left out. "
                + (each > 0
                        ? "Set the option " + first + " to the number of first fixations of each section to draw: "
                                + NumberText.grouped(each) + " or fewer fit."
                        : "Set the option recordings to choose some, or " + first + " to draw the first fixations of each section.")));
    }

    private static Warning tooLarge() {
        return new Warning("scanpath-too-long", "The scanpath is left out: with its ids, scanpath.svg might have more than "
                + NumberText.grouped(MAX_SVG_BYTES) + " bytes besides the photo. Set the option " + HeatmapOption.SCANPATH_FIRST.id()
                + " to draw fewer fixations of each section, or the option recordings to choose some.");
    }

    @Override
    public List<ResultFile> make(Analysis analysis, Pictures pictures, ResultKeys keys) {
        return FigureFiles.of(drawing(analysis, pictures), analysis.setup().time(), keys, PNG_FILE, SVG_FILE);
    }

    private static List<Scanpaths.Path> pathsOf(Analysis analysis) {
        Map<String, List<List<Step>>> sections = analysis.listeners().get(Analysis.SCANPATHS).ofRecordings();
        return analysis.fixations().selected().stream()
                .map(recording -> new Scanpaths.Path(recording.id(), sections.getOrDefault(recording.id(), List.of()))).toList();
    }

    /** The marks over the photo. */
    record Marks(List<Scanpaths.Path> paths, List<Mark> all, int lineCount, long maxSvgBytes) {

        Marks {
            all = List.copyOf(all);
        }

        static Marks of(Analysis analysis, Pictures pictures) {
            return pictures.once(Marks.class, () -> {
                List<Scanpaths.Path> paths = pathsOf(analysis);
                Scanpaths scanpaths =
                        new Scanpaths(pictures.size(), paths, analysis.setup().options().figures().scanpath().numbers());
                return new Marks(paths, scanpaths.marks(), scanpaths.lineCount(), scanpaths.maxSvgBytes());
            });
        }
    }

    private static Drawing drawing(Analysis analysis, Pictures pictures) {
        Marks marks = Marks.of(analysis, pictures);
        List<Scanpaths.Path> paths = marks.paths();
        List<Mark> picture = new ArrayList<>();
        picture.add(new Picture(pictures.size().box(), pictures.photo()).tagged("photo"));
        picture.addAll(marks.all());
        List<Recording> recordings = analysis.fixations().selected();
        List<ScanpathLegend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < recordings.size(); i++) {
            entries.add(new ScanpathLegend.Entry(
                    Scanpaths.colour(i, recordings.size()), recordings.get(i).name(), paths.get(i).circles()));
        }
        FigureOptions figures = analysis.setup().options().figures();
        String heading = figures.title().orElse("");
        String notes = notes(analysis, paths.stream().mapToLong(Scanpaths.Path::circles).sum());
        return new FigurePage(pictures.size(), heading, picture, new ScanpathLegend(entries), notes)
                .drawing("scanpath", heading.isBlank() ? "Scanpaths" : heading);
    }

    private static String notes(Analysis analysis, long drawn) {
        ScanpathOptions options = analysis.setup().options().figures().scanpath();
        List<String> notes = new ArrayList<>();
        notes.add(FigureOutput.counted(analysis));
        if (drawn == 0) {
            return notes.getFirst() + (analysis.fixations().counts().all().counted() == 0 ? "" : " None is drawn.");
        }
        options.first().ifPresent(first -> notes.add(NumberText.grouped(drawn) + SPACE
                + "drawn: those inside the image among the first" + SPACE + NumberText.grouped(first) + " of each section."));
        notes.add("Lines join fixations that follow each other; a fixation that is not mapped breaks them. "
                + "Rings mark where an unbroken line begins and ends.");
        numbers(options).ifPresent(notes::add);
        return String.join(" ", notes);
    }

    /** What the numbers in circles are. */
    static Optional<String> numbers(ScanpathOptions options) {
        return switch (options.numbers()) {
            case ID -> Optional.of("Numbers are fixation ids.");
            case ORDER -> Optional.of("Numbers count the fixations of each section.");
            case NONE -> Optional.empty();
        };
    }
}
