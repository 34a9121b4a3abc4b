package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.FixationListeners;
import io.github.fixationheatmap.analysis.aoi.Labels.Label;
import io.github.fixationheatmap.analysis.metrics.LabelMetrics.OfLabel;
import io.github.fixationheatmap.analysis.metrics.LabelMetrics;
import io.github.fixationheatmap.analysis.metrics.MeanInterval;
import io.github.fixationheatmap.draw.figure.BarChart.Bar;
import io.github.fixationheatmap.draw.figure.BarChart.Dot;
import io.github.fixationheatmap.draw.figure.BarChart.Whisker;
import io.github.fixationheatmap.draw.figure.BarChart;
import io.github.fixationheatmap.draw.figure.NumberText;
import io.github.fixationheatmap.draw.vector.Drawing;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.options.AoiOptions.AoiColumns;
import io.github.fixationheatmap.options.AoiOptions.LabelMetric;
import io.github.fixationheatmap.options.ChosenOutput;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.result.format.CsvFile.LabelRows;
import io.github.fixationheatmap.result.format.CsvFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A bar of a number of each label, in the tables' order, and {@code aoi_label_metrics.csv}, which has all numbers. */
final class AoiBarsOutput implements Output {

    /** More bars would not be legible in one figure. */
    static final int MAX_BARS = 60;

    /** More dots would make the SVG large, and hide each other. */
    static final int MAX_DOTS = 4_000;

    private static final FileType PNG_FILE = new FileType(
            "aoi_bars.png", PNG, "a bar for each label, with each recording and the 95 % interval of the mean;"
                    + " only if `outputs` names `\"aoi-bars\"`");
    private static final FileType SVG_FILE = new FileType("aoi_bars.svg", SVG, "the same chart as vector graphics, with real text");
    private static final FileType TABLE = new FileType(
            "aoi_label_metrics.csv", CSV, "each label over all recordings, in Pupil Cloud's columns; only with the output `aoi-bars`");

    @Override
    public List<FileType> files() {
        return List.of(PNG_FILE, SVG_FILE, TABLE);
    }

    @Override
    public boolean isMade(HeatmapOptions options) {
        return options.figures().outputs().contains(ChosenOutput.AOI_BARS);
    }

    @Override
    public Set<FixationListeners.Kind<?>> listeners() {
        return Set.of(Analysis.AOI_HITS);
    }

    @Override
    public long maxBytes(Analysis analysis) {
        return AoiSummaryOutput.maxBytes(analysis.aoiHits().labels().all());
    }

    @Override
    public Optional<Warning> obstacle(Analysis analysis, Pictures pictures) {
        return LabelFigure.obstacle(analysis, ChosenOutput.AOI_BARS);
    }

    @Override
    public List<ResultFile> make(Analysis analysis, Pictures pictures, ResultKeys keys) {
        List<ResultFile> files = new ArrayList<>(FigureFiles.of(drawing(analysis), analysis.setup().time(), keys, PNG_FILE, SVG_FILE));
        files.add(table(analysis.labelMetrics(), analysis.setup().options().aoi().columns()).file(keys.of(TABLE.name())));
        return files;
    }

    static CsvFile table(LabelMetrics metrics, AoiColumns columns) {
        List<String> header = List.of(columns.labelId(), columns.labelNameOfLabels(), "total fixation duration [ms]",
                "average fixation duration [ms]", "time to first fixation [ms]", "wearer reach", "recording reach",
                "average fixation count", "recordings");
        return CsvFile.of(new LabelRows(header, metrics.labels().size(), label -> List.of(row(metrics, label)).iterator(),
                metrics.metrics().time()));
    }

    private static List<String> row(LabelMetrics metrics, int label) {
        Label named = metrics.labels().get(label);
        OfLabel values = metrics.ofLabel(label);
        return List.of(named.id(), named.text(), text(values.value(LabelMetric.TOTAL)), text(values.value(LabelMetric.AVERAGE)),
                text(values.value(LabelMetric.FIRST)), text(values.wearerReach()), text(values.value(LabelMetric.REACH)),
                text(values.value(LabelMetric.COUNT)), Integer.toString(metrics.recordings().size()));
    }

    private static String text(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    private static Drawing drawing(Analysis analysis) {
        LabelMetric metric = analysis.setup().options().aoi().shown();
        LabelMetrics metrics = analysis.labelMetrics();
        int labels = metrics.labels().size();
        int count = Math.min(labels, MAX_BARS);
        boolean dots = (long) count * metrics.recordings().size() <= MAX_DOTS;
        List<Bar> bars = IntStream.range(0, count).mapToObj(label -> {
            analysis.setup().time().check();
            return bar(metrics, label, metric, dots);
        }).toList();
        List<String> notes = new ArrayList<>(LabelFigure.notes(analysis));
        if (!dots) {
            notes.add("No dots: there are too many recordings.");
        } else if (bars.stream().anyMatch(bar -> !bar.dots().isEmpty())) {
            notes.add("Dots: single recordings.");
        }
        if (bars.stream().anyMatch(bar -> bar.whisker().isPresent())) {
            notes.add(metric == LabelMetric.AVERAGE
                    ? "Whiskers: the mean of the recordings and its 95 % interval (Student's t), cut at 0."
                    : "Whiskers: the mean and its 95 % interval (Student's t), cut at 0"
                            + (metric == LabelMetric.REACH ? " and 100 %." : "."));
        }
        if (count < labels) {
            notes.add("The first " + count + " of " + NumberText.grouped(labels) + " labels.");
        }
        String heading = analysis.setup().options().figures().title().orElse("");
        return new BarChart(heading, LabelFigure.axis(metric), bars, String.join(" ", notes))
                .drawing("aoi-bars", heading.isBlank() ? "Areas of interest: " + LabelFigure.axis(metric) : heading);
    }

    private static Bar bar(LabelMetrics metrics, int label, LabelMetric metric, boolean dots) {
        OfLabel of = metrics.ofLabel(label);
        BigDecimal value = of.value(metric);
        double factor = LabelFigure.factor(metric);
        List<Dot> all = new ArrayList<>();
        for (int i = 0; i < of.recordings().size(); i++) {
            BigDecimal own = OfLabel.value(metric, of.recordings().get(i));
            if (own != null) {
                all.add(new Dot(metrics.recordings().get(i).id(), factor * own.doubleValue()));
            }
        }
        double most = metric == LabelMetric.REACH ? factor : Double.POSITIVE_INFINITY;
        Optional<Whisker> whisker = MeanInterval.of(all.stream().map(Dot::value).toList())
                .map(interval -> new Whisker(interval.mean(), Math.max(0, interval.low()), Math.min(most, interval.high())));
        return new Bar(metrics.labels().get(label).text(), "n = " + NumberText.grouped(all.size()), text(value),
                LabelFigure.text(metric, value), value == null ? 0 : factor * value.doubleValue(), whisker, dots ? all : List.of());
    }
}
