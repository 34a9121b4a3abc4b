package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.Analysis;
import io.github.fixationheatmap.analysis.FixationListeners;
import io.github.fixationheatmap.analysis.aoi.Labels.Label;
import io.github.fixationheatmap.analysis.metrics.AoiHitRecorder;
import io.github.fixationheatmap.analysis.metrics.AoiMetrics;
import io.github.fixationheatmap.analysis.metrics.RecordingMetrics.Metric;
import io.github.fixationheatmap.analysis.metrics.RecordingMetrics;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.Sections.Recording;
import io.github.fixationheatmap.options.AoiOptions.AoiColumns;
import io.github.fixationheatmap.options.AoiOptions.MetricSet;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.result.format.CsvFile.LabelRows;
import io.github.fixationheatmap.result.format.CsvFile;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code aoi_metrics.csv}: a row for each label and recording, by label and then by recording. */
final class AoiMetricsOutput implements Output {

    /** The maximum number of rows: 1,000 labels of 5,000 recordings. */
    private static final int MAX_ROWS = 5_000_000;

    /** 13 commas, a line end, two quotes around each of four fields, and the values where a label is not reached: three 0, two 0.00. */
    private static final int BYTES_PER_ROW = 14 + 4 * 2 + 3 + 2 * 4;

    /** The digits of all metrics, for durations of up to 100 days and 10,000,000 fixations. */
    private static final int BYTES_PER_REACHED = 10 + 8 + 13 + 17 + 10 + 8 + 8 + 13 + 6 + 6;

    private static final FileType FILE = new FileType(
            "aoi_metrics.csv", CSV, "how long, how often and when first each recording looked at each label, in Pupil Cloud's columns");

    @Override
    public List<FileType> files() {
        return List.of(FILE);
    }

    @Override
    public Set<FixationListeners.Kind<?>> listeners() {
        return Set.of(Analysis.AOI_HITS);
    }

    @Override
    public void check(Analysis analysis) {
        long rows = (long) analysis.aoiHits().labels().all().size() * analysis.fixations().selected().size();
        if (rows > MAX_ROWS) {
            throw new Problem(ProblemType.TOO_LARGE, analysis.setup().aoisLocation(), rows + " pairs of a label and a recording",
                    "at most " + MAX_ROWS).asException();
        }
    }

    @Override
    public long maxBytes(Analysis analysis) {
        return maxBytes(analysis.aoiHits(), analysis.fixations().selected());
    }

    static long maxBytes(AoiHitRecorder hits, List<Recording> recordings) {
        long names = recordings.stream().mapToLong(r -> CsvFile.maxBytes(r.id()) + CsvFile.maxBytes(r.name())).sum();
        long bytes = 0;
        for (int i = 0; i < hits.labels().all().size(); i++) {
            Label label = hits.labels().all().get(i);
            bytes += names + recordings.size() * (BYTES_PER_ROW + CsvFile.maxBytes(label.id()) + CsvFile.maxBytes(label.text()))
                    + (long) Math.min(recordings.size(), hits.hitsOfLabel(i).size()) * BYTES_PER_REACHED;
        }
        return bytes;
    }

    @Override
    public List<ResultFile> make(Analysis analysis, Pictures pictures, ResultKeys keys) {
        return List.of(table(analysis.aoiMetrics(), analysis.setup().options().aoi().columns(), analysis.setup().options().aoi().metrics())
                .file(keys.of(FILE.name())));
    }

    static CsvFile table(AoiMetrics metrics, AoiColumns columns, MetricSet set) {
        List<Metric> all = Metric.of(set);
        List<String> header = Stream.concat(
                Stream.of(columns.labelId(), "recording id", "recording name", columns.labelName()),
                all.stream().map(Metric::column)).toList();
        return CsvFile.of(new LabelRows(header, metrics.labels().size(), label -> rows(metrics, label, all), metrics.time()));
    }

    private static Iterator<List<String>> rows(AoiMetrics metrics, int label, List<Metric> all) {
        Label named = metrics.labels().get(label);
        List<RecordingMetrics> values = metrics.ofLabel(label);
        return IntStream.range(0, values.size()).mapToObj(i -> {
            Recording recording = metrics.recordings().get(i);
            Stream<String> names = Stream.of(named.id(), recording.id(), recording.name(), named.text());
            return Stream.concat(names, all.stream().map(metric -> metric.text(values.get(i)))).toList();
        }).iterator();
    }
}
