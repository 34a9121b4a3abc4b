package io.github.fixationheatmap.result.report;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.metrics.LabelMetrics;
import io.github.fixationheatmap.analysis.metrics.LabelMetrics.OfLabel;
import io.github.fixationheatmap.analysis.metrics.RecordingMetrics;
import io.github.fixationheatmap.draw.figure.NumberText;
import io.github.fixationheatmap.options.AoiOptions.LabelMetric;
import io.github.fixationheatmap.result.report.HeatmapSection.Frame;
import io.github.fixationheatmap.result.report.HeatmapSection.Ramp;
import io.github.fixationheatmap.result.report.ReportPictures.AreaFigure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The areas of interest by label.
 *
 * @param columns the metrics, those with bars first
 * @param rows the first labels, each with a value in each column
 * @param note how many recordings there are, and how many labels are not shown
 * @param frame the size of the figure
 * @param figure the areas in colours
 * @param ramp the figure's colour bar
 */
record AreasSection(
        List<Column> columns, List<Row> rows, String note, Frame frame, Optional<AreaFigure> figure, Ramp ramp) {

    /** More rows would make the page long. */
    static final int MAX_ROWS = 200;

    private static final int MAX_SPOKEN = 30;

    AreasSection {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A metric: its name, and its unit or an empty text. */
    record Column(String name, String unit) {

        /** Its heading. */
        String title() {
            return unit.isEmpty() ? name : name + " [" + unit + "]";
        }
    }

    /**
     * A label.
     *
     * @param n in how many recordings it was fixated, of how many
     * @param bar the first value as a share of the largest, or a share as it is
     * @param values the metrics
     */
    record Row(String name, String n, double bar, List<String> values) {

        /** The bar's length. */
        String length() {
            return Words.decimal(100 * bar) + "%";
        }
    }

    /** Whether there is any label. */
    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The columns without bars. */
    List<Column> otherColumns() {
        return columns.subList(1, columns.size());
    }

    /** What the figure shows, for those who cannot see it. */
    String description() {
        return "The areas of interest on the reference image, coloured by " + columns.getFirst().title() + ": "
                + rows.stream().limit(MAX_SPOKEN).map(row -> row.name() + " " + row.values().getFirst()).collect(Collectors.joining(", "))
                + (rows.size() > MAX_SPOKEN ? " and " + NumberText.grouped(rows.size() - MAX_SPOKEN) + " more." : ".");
    }

    static AreasSection of(Analysis analysis, ReportPictures pictures) {
        LabelMetrics metrics = analysis.labelMetrics();
        List<LabelMetric> order = new ArrayList<>(Arrays.asList(LabelMetric.values()));
        LabelMetric shown = analysis.setup().options().aoi().shown();
        order.remove(shown);
        order.addFirst(shown);
        int labels = metrics.labels().size();
        List<OfLabel> first = IntStream.range(0, Math.min(labels, MAX_ROWS)).mapToObj(label -> {
            analysis.setup().time().check();
            return metrics.ofLabel(label);
        }).toList();
        // A bar that is full at half of the recordings would say that all reached the label.
        double max = shown == LabelMetric.REACH ? 1 : first.stream().mapToDouble(label -> number(label.value(shown))).max().orElse(0);
        List<Row> rows = IntStream.range(0, first.size())
                .mapToObj(label -> row(metrics.labels().get(label).text(), first.get(label), order, max)).toList();
        int recordings = metrics.recordings().size();
        String note = "Over " + NumberText.counted(recordings, "recording") + "; n is the number of recordings that fixated the label."
                + (labels > MAX_ROWS ? " These are the first " + MAX_ROWS + " of " + NumberText.grouped(labels) + " labels." : "");
        return new AreasSection(order.stream().map(AreasSection::column).toList(), rows, note, Frame.of(analysis.setup().grid()),
                pictures.areas(), Ramp.of("ramp-areas", pictures.colours()));
    }

    private static Row row(String name, OfLabel of, List<LabelMetric> order, double max) {
        long n = of.recordings().stream().mapToLong(RecordingMetrics::count).filter(count -> count > 0).count();
        double first = number(of.value(order.getFirst()));
        return new Row(Words.name(name), NumberText.grouped(n), max > 0 ? first / max : 0,
                order.stream().map(metric -> text(metric, of.value(metric))).toList());
    }

    private static double number(@Nullable BigDecimal value) {
        return value == null ? 0 : value.doubleValue();
    }

    private static String text(LabelMetric metric, @Nullable BigDecimal value) {
        if (value == null) {
            return "\u2013";
        }
        return switch (metric) {
            case COUNT -> Words.small(value.doubleValue());
            case TOTAL, AVERAGE, FIRST -> NumberText.grouped(Math.round(value.doubleValue()));
            case REACH -> Words.small(100 * value.doubleValue());
        };
    }

    private static Column column(LabelMetric metric) {
        return switch (metric) {
            case COUNT -> new Column("Fixations per recording", "");
            case TOTAL -> new Column("Time per recording", "ms");
            case AVERAGE -> new Column("Average fixation", "ms");
            case FIRST -> new Column("Time to first fixation", "ms");
            case REACH -> new Column("Reached by", "%");
        };
    }
}
