package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.FixationListeners;
import io.github.fixationheatmap.analysis.aoi.Labels.Label;
import io.github.fixationheatmap.analysis.metrics.AoiMetrics;
import io.github.fixationheatmap.analysis.metrics.RecordingMetrics.MeanAndStdDev;
import io.github.fixationheatmap.analysis.metrics.RecordingMetrics.Metric;
import io.github.fixationheatmap.analysis.metrics.RecordingMetrics;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.options.AoiOptions.AoiColumns;
import io.github.fixationheatmap.options.AoiOptions.MetricSet;
import io.github.fixationheatmap.options.HeatmapOptions;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.result.format.CsvFile.LabelRows;
import io.github.fixationheatmap.result.format.CsvFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * {@code aoi_summary.csv}: a row for each label. It holds how many recordings there are and how many reached the label (Pupil Cloud's
 * "recording reach"). For each column of {@code aoi_metrics.csv} it holds the mean and the standard deviation of the values. A blank is no
 * value, a 0 is one.
 */
final class AoiSummaryOutput implements Output {

    /** 24 commas, a line end, two quotes around each of two fields, two counts and a share, and 20 means and deviations. */
    private static final int BYTES_PER_ROW = 25 + 2 * 2 + 5 + 5 + 6 + 20 * 20;

    private static final FileType FILE = new FileType("aoi_summary.csv", CSV,
            "means and deviations across recordings; only with the option `\"aoiMetrics\": \"extended\"`");

    @Override
    public List<FileType> files() {
        return List.of(FILE);
    }

    @Override
    public boolean isMade(HeatmapOptions options) {
        return options.aoi().metrics() == MetricSet.EXTENDED;
    }

    @Override
    public Set<FixationListeners.Kind<?>> listeners() {
        return Set.of(Analysis.AOI_HITS);
    }

    @Override
    public long maxBytes(Analysis analysis) {
        return maxBytes(analysis.aoiHits().labels().all());
    }

    static long maxBytes(List<Label> labels) {
        return labels.stream()
                .mapToLong(label -> BYTES_PER_ROW + CsvFile.maxBytes(label.id()) + CsvFile.maxBytes(label.text())).sum();
    }

    @Override
    public List<ResultFile> make(Analysis analysis, Pictures pictures, ResultKeys keys) {
        return List.of(table(analysis.aoiMetrics(), analysis.setup().options().aoi().columns(), analysis.setup().options().aoi().metrics())
                .file(keys.of(FILE.name())));
    }

    static CsvFile table(AoiMetrics metrics, AoiColumns columns, MetricSet set) {
        List<Metric> all = Metric.of(set);
        List<String> header = new ArrayList<>(List.of(
                columns.labelId(), columns.labelName(), "recordings", "recordings reached", "recordings reached [%]"));
        all.forEach(metric -> header.addAll(List.of("mean of " + metric.column(), "standard deviation of " + metric.column())));
        return CsvFile.of(new LabelRows(header, metrics.labels().size(), label -> List.of(row(metrics, label, all)).iterator(),
                metrics.time()));
    }

    private static List<String> row(AoiMetrics metrics, int label, List<Metric> all) {
        Label named = metrics.labels().get(label);
        List<RecordingMetrics> values = metrics.ofLabel(label);
        long reached = values.stream().filter(m -> m.count() > 0).count();
        BigDecimal percent = RecordingMetrics.percent(reached, values.size());
        List<String> row = new ArrayList<>(List.of(named.id(), named.text(), Integer.toString(values.size()), Long.toString(reached),
                percent == null ? "" : percent.toPlainString()));
        for (Metric metric : all) {
            MeanAndStdDev spread = MeanAndStdDev.of(values.stream().map(metric::of).filter(Objects::nonNull).toList());
            row.addAll(List.of(spread.mean(), spread.deviation()));
        }
        return row;
    }
}
