package io.github.fixationheatmap.read.tracker;

import io.github.fixationheatmap.options.LayoutOption.TimeUnit;
import io.github.fixationheatmap.read.csv.CsvTable;
import io.github.fixationheatmap.read.csv.CsvTable.Column;
import io.github.fixationheatmap.read.csv.DecimalMark;
import java.util.List;
import java.util.Optional;

/** Tells ms from µs by times that exceed the duration of their recording, which is in ms. */
final class TimeUnits {

    private static final String NUMBER = "a number, or nothing";

    private TimeUnits() {}

    /**
     * The unit of a column; empty if no row has both values. Times in µs exceed the duration in the first thousandth of a recording, so
     * that few rows are read; times in ms never do, and all are.
     */
    static Optional<TimeUnit> of(CsvTable table, Column time, Column duration, DecimalMark mark) {
        table.keepOnly(List.of(time, duration));
        boolean[] seen = {false, false};
        table.whileTrue(row -> {
            double most = row.decimal(duration, mark, NUMBER);
            double value = row.decimal(time, mark, NUMBER);
            seen[0] |= most > 0 && !Double.isNaN(value);
            seen[1] = most > 0 && value > most;
            return !seen[1];
        });
        return !seen[0] ? Optional.empty() : Optional.of(seen[1] ? TimeUnit.US : TimeUnit.MS);
    }
}
