package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.analysis.metrics.AoiHitRecorder;
import io.github.fixationheatmap.analysis.metrics.AoiMetrics;
import io.github.fixationheatmap.options.AoiOptions.AoiColumns;
import io.github.fixationheatmap.options.AoiOptions.MetricSet;
import io.github.fixationheatmap.result.format.CsvFile;

/** The tables about AOIs, of the same hits. */
record AoiTables(AoiHitRecorder hits, AoiMetrics metrics, AoiColumns columns, MetricSet set) {

    CsvFile fixationsTable() {
        return AoiFixationsOutput.table(hits, columns);
    }

    CsvFile metricsTable() {
        return AoiMetricsOutput.table(metrics, columns, set);
    }

    CsvFile summaryTable() {
        return AoiSummaryOutput.table(metrics, columns, set);
    }
}
