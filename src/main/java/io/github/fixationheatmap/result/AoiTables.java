package io.github.fixationheatmap.result;

import io.github.fixationheatmap.analysis.aoi.Labels.Label;
import io.github.fixationheatmap.analysis.metrics.AoiHitRecorder;
import io.github.fixationheatmap.analysis.metrics.AoiMetrics;
import io.github.fixationheatmap.analysis.metrics.IntColumn;
import io.github.fixationheatmap.analysis.metrics.MeanAndStdDev;
import io.github.fixationheatmap.analysis.metrics.Metric;
import io.github.fixationheatmap.analysis.metrics.RecordingMetrics;
import io.github.fixationheatmap.model.Recording;
import io.github.fixationheatmap.options.AoiColumns;
import io.github.fixationheatmap.options.MetricSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables about AOIs. Without an AOI each is its header alone. */
public final class AoiTables {

    private final AoiHitRecorder log;
    private final AoiMetrics metrics;
    private final AoiColumns columns;
    private final MetricSet set;

    /**
     * The tables of what was logged.
     *
     * @param log the hits, complete
     * @param metrics their metrics
     * @param columns what the columns of a label are called
     * @param set which metrics there are
     */
    public AoiTables(AoiHitRecorder log, AoiMetrics metrics, AoiColumns columns, MetricSet set) {
        this.log = log;
        this.metrics = metrics;
        this.columns = columns;
        this.set = set;
    }

    private CsvFile table(List<String> header, IntFunction<Iterator<List<String>>> rowsOfLabel) {
        return CsvFile.of(new LabelRows(header, log.labels().all().size(), rowsOfLabel));
    }

    /** {@code aoi_fixations.csv}: a row for each label and fixation that hit it, by label and then in the file's order. */
    public CsvFile fixations() {
        return table(columns.fixations(), this::fixations);
    }

    private Iterator<List<String>> fixations(int label) {
        IntColumn hits = log.hitsOfLabel(label);
        Label named = log.labels().all().get(label);
        return IntStream.range(0, hits.size()).mapToObj(i -> fixation(named, hits.get(i))).iterator();
    }

    private List<String> fixation(Label label, int hit) {
        return List.of(label.id(), label.text(), log.sectionId(hit), log.recordingId(hit), log.hits().id(hit),
                Long.toString(log.hits().ms(hit)));
    }

    /** {@code aoi_metrics.csv}: a row for each label and recording, by label and then by recording. */
    public CsvFile metrics() {
        List<Metric> all = Metric.of(set);
        List<String> header = Stream.concat(columns.metrics().stream(), all.stream().map(Metric::column)).toList();
        return table(header, label -> metrics(label, all));
    }

    private Iterator<List<String>> metrics(int label, List<Metric> all) {
        Label named = log.labels().all().get(label);
        List<RecordingMetrics> values = metrics.ofLabel(label);
        return IntStream.range(0, values.size()).mapToObj(i -> {
            Recording recording = metrics.recordings().get(i);
            Stream<String> names = Stream.of(named.id(), recording.id(), recording.name(), named.text());
            return Stream.concat(names, all.stream().map(metric -> metric.text(values.get(i)))).toList();
        }).iterator();
    }

    /**
     * {@code aoi_summary.csv}: a row for each label. How many recordings there are and how many reached it (Pupil Cloud's "recording
     * reach"), and for each column of {@code aoi_metrics.csv} the mean and the standard deviation of the values that stand in it: a blank
     * is no value, a 0 is.
     */
    public CsvFile summary() {
        List<Metric> all = Metric.of(set);
        List<String> header = new ArrayList<>(columns.summary());
        header.addAll(List.of("recordings", "recordings reached", "recordings reached [%]"));
        all.forEach(metric -> header.addAll(List.of("mean of " + metric.column(), "standard deviation of " + metric.column())));
        return table(header, label -> List.of(summary(label, all)).iterator());
    }

    private List<String> summary(int label, List<Metric> all) {
        Label named = log.labels().all().get(label);
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
