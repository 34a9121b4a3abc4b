package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.FixationListeners;
import io.github.fixationheatmap.analysis.aoi.Aoi;
import io.github.fixationheatmap.analysis.aoi.Outline;
import io.github.fixationheatmap.analysis.metrics.LabelMetrics;
import io.github.fixationheatmap.draw.figure.AreaLegend;
import io.github.fixationheatmap.draw.figure.AreaMap.MappedArea;
import io.github.fixationheatmap.draw.figure.AreaMap;
import io.github.fixationheatmap.draw.figure.ColourBar;
import io.github.fixationheatmap.draw.figure.FigurePage.Size;
import io.github.fixationheatmap.draw.figure.FigurePage;
import io.github.fixationheatmap.draw.figure.NumberText;
import io.github.fixationheatmap.draw.figure.Ticks;
import io.github.fixationheatmap.draw.render.ColourScale;
import io.github.fixationheatmap.draw.vector.Drawing;
import io.github.fixationheatmap.draw.vector.Mark.Picture;
import io.github.fixationheatmap.draw.vector.Mark;
import io.github.fixationheatmap.draw.vector.Style.Colour;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.options.AoiOptions.LabelMetric;
import io.github.fixationheatmap.options.ChosenOutput;
import io.github.fixationheatmap.options.FigureOptions;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.result.ResultFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The AOIs over the reference image, each in the colour of a number of its first label. */
final class AoiHeatmapOutput implements Output {

    private static final FileType PNG_FILE =
            new FileType("aoi_heatmap.png", PNG, "the areas of interest, each in the colour of a number of its label;"
                    + " only if `outputs` names `\"aoi-heatmap\"`");
    private static final FileType SVG_FILE = new FileType("aoi_heatmap.svg", SVG, "the same figure as vector graphics, with real text");

    /** All outlines together have about this many points at most: some 30 bytes each in the SVG. */
    private static final int MAX_POINTS = 45_000;
    private static final int MIN_POINTS = 4;
    /** Points closer than this share of the diagonal are one in any picture of the figure. */
    private static final double DETAIL = 0.0002;

    @Override
    public List<FileType> files() {
        return List.of(PNG_FILE, SVG_FILE);
    }

    @Override
    public boolean isMade(HeatmapOptions options) {
        return options.figures().outputs().contains(ChosenOutput.AOI_HEATMAP);
    }

    @Override
    public Set<FixationListeners.Kind<?>> listeners() {
        return Set.of(Analysis.AOI_HITS);
    }

    @Override
    public Optional<Warning> obstacle(Analysis analysis, Pictures pictures) {
        return LabelFigure.obstacle(analysis, ChosenOutput.AOI_HEATMAP);
    }

    @Override
    public List<ResultFile> make(Analysis analysis, Pictures pictures, ResultKeys keys) {
        return FigureFiles.of(drawing(analysis, pictures), analysis.setup().time(), keys, PNG_FILE, SVG_FILE);
    }

    /**
     * The areas of a picture.
     *
     * @param map the areas
     * @param ticks the ticks of the colour bar
     * @param hatched what hatched areas are, if there are any
     */
    record Areas(AreaMap map, Ticks ticks, Optional<String> hatched) {

        /** The areas that the figure shows. */
        static Areas of(Analysis analysis, Pictures pictures) {
            return pictures.once(Areas.class, () -> of(analysis, pictures, MAX_POINTS));
        }

        /** The areas, with about this many points of outlines at most. */
        static Areas of(Analysis analysis, Pictures pictures, int maxPoints) {
            LabelMetric metric = analysis.setup().options().aoi().shown();
            List<LabelValue> values = values(analysis, metric);
            double max = values.stream().mapToDouble(value -> value.number(metric)).max().orElse(0);
            Ticks ticks = Ticks.upTo(max);
            ColourScale colours = pictures.colours();
            int[] entries = colours.entries();
            AreaMap map = new AreaMap(pictures.size(), areas(analysis, pictures.size(), values, value -> {
                double number = value.number(metric);
                int index = (int) Math.rint((entries.length - 1) * number / ticks.top());
                return new Colour(entries[index], number < colours.threshold() * max ? 0 : analysis.setup().options().figures().opacity());
            }, metric, maxPoints), analysis.setup().time());
            List<Aoi> aois = analysis.setup().aois().aois();
            boolean hatched = IntStream.range(0, aois.size())
                    .anyMatch(i -> !values.get(i).isFixated() && isSeen(aois.get(i), pictures.size()));
            return new Areas(map, ticks, hatched ? Optional.of(LabelFigure.NOT_FIXATED) : Optional.empty());
        }
    }

    private static Drawing drawing(Analysis analysis, Pictures pictures) {
        Areas areas = Areas.of(analysis, pictures);
        AreaMap map = areas.map();
        LabelMetric metric = analysis.setup().options().aoi().shown();
        List<Mark> picture = new ArrayList<>(List.of(new Picture(pictures.size().box(), pictures.photo()).tagged("photo")));
        picture.addAll(map.marks());
        AreaLegend legend = new AreaLegend(LabelFigure.axis(metric),
                new ColourBar(Arrays.stream(pictures.colours().entries()).boxed().toList(), areas.ticks().labels()), areas.hatched());
        String heading = analysis.setup().options().figures().title().orElse("");
        return new FigurePage(pictures.size(), heading, picture, legend, String.join(" ", notes(analysis, pictures.size(), map)))
                .drawing("aoi-heatmap", heading.isBlank() ? "Areas of interest: " + LabelFigure.axis(metric) : heading);
    }

    /** A label with its value. */
    private record LabelValue(String name, @Nullable BigDecimal value, boolean isFixated) {

        /** The value as the figure shows it, or 0. */
        double number(LabelMetric metric) {
            return value == null ? 0 : LabelFigure.factor(metric) * value.doubleValue();
        }
    }

    /** The value of each AOI's first label. */
    private static List<LabelValue> values(Analysis analysis, LabelMetric metric) {
        LabelMetrics metrics = analysis.labelMetrics();
        Map<Integer, LabelValue> ofLabels = new HashMap<>();
        return analysis.aoiHits().labels().ofAois().stream().map(labels -> ofLabels.computeIfAbsent(labels.get(0), label -> {
            LabelMetrics.OfLabel of = metrics.ofLabel(label);
            return new LabelValue(metrics.labels().get(label).text(), of.value(metric), of.isFixated());
        })).toList();
    }

    /** The areas, the largest first, so that no area covers one within it. */
    private static List<MappedArea> areas(
            Analysis analysis, Size size, List<LabelValue> values, Function<LabelValue, Colour> colour, LabelMetric metric, int maxPoints) {
        List<Aoi> aois = analysis.setup().aois().aois();
        int pointsOfEach = Math.max(MIN_POINTS, maxPoints / aois.size());
        return IntStream.range(0, aois.size()).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> aois.get(i).area().area()).reversed())
                .map(i -> {
                    analysis.setup().time().check();
                    LabelValue value = values.get(i);
                    return new MappedArea(Outline.of(aois.get(i).area(), DETAIL * size.diagonal(), pointsOfEach), value.name(),
                            value.value() == null ? "" : value.value().toPlainString(),
                            LabelFigure.text(metric, value.isFixated() ? value.value() : null),
                            value.isFixated() ? Optional.of(colour.apply(value)) : Optional.empty());
                }).toList();
    }

    private static boolean isSeen(Aoi aoi, Size size) {
        return aoi.area().bounds().overlapsImage(size.width(), size.height());
    }

    private static List<String> notes(Analysis analysis, Size size, AreaMap map) {
        List<String> notes = new ArrayList<>(LabelFigure.notes(analysis));
        FigureOptions figures = analysis.setup().options().figures();
        notes.add("Colour map: " + figures.colormap().id() + ", opacity " + FigureOutput.percent(figures.opacity()) + ".");
        notes.addAll(areaNotes(analysis, size, map));
        return notes;
    }

    /** What is to be said of areas without a colour, outside, or without a name. */
    static List<String> areaNotes(Analysis analysis, Size size, AreaMap map) {
        List<String> notes = new ArrayList<>();
        double threshold = analysis.setup().options().figures().threshold();
        if (threshold > 0) {
            notes.add("Values below " + FigureOutput.percent(threshold) + " of the largest have no colour.");
        }
        long outside = analysis.setup().aois().aois().stream().filter(aoi -> !isSeen(aoi, size)).count();
        if (outside > 0) {
            notes.add(NumberText.counted(outside, "area") + " outside the image.");
        }
        if (map.withoutName() > 0) {
            notes.add(NumberText.counted(map.withoutName(), "area") + " without a name, for lack of room.");
        }
        return notes;
    }
}
