package io.github.fixationheatmap.read.tracker;

import io.github.fixationheatmap.model.EnrichmentType.CoordinateUnit;
import io.github.fixationheatmap.options.LayoutOption.Field;
import io.github.fixationheatmap.options.LayoutOption.Origin;
import io.github.fixationheatmap.options.LayoutOption.PlaceUnit;
import io.github.fixationheatmap.options.LayoutOption.TimeUnit;
import io.github.fixationheatmap.read.csv.CsvRow;
import io.github.fixationheatmap.read.csv.CsvTable.Column;
import io.github.fixationheatmap.read.csv.DecimalMark;
import io.github.fixationheatmap.read.tracker.TableColumns.MediaColumns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the place and the times of a row. One instance serves all rows of a table. Not thread-safe. */
final class RowReader {

    private static final long MAX_DURATION = 100L * 24 * 3600 * 1_000_000_000;
    private static final String PLACE = "a number, or nothing";
    private static final String SIZE = "the size of the stimulus in px, 1 or more";
    private static final String TIME = "a time of at most 292 years";
    private static final String DURATION = "a duration of at most 100 days";

    /** The times that a row tells. */
    record Units(@Nullable TimeUnit start, @Nullable TimeUnit end, @Nullable TimeUnit duration) {}

    final Column x;
    final Column y;
    final @Nullable Column start;
    final @Nullable Column end;
    final @Nullable Column duration;
    private final Units units;
    private final Placing placing;
    private final @Nullable MediaColumns media;
    private final boolean fractions;
    private final boolean fromBottom;
    private final DecimalMark mark;
    private final TableRun run;
    private double lastWidth;
    private double lastHeight;

    /** The last place that was read, in the unit of {@link #unit}. */
    double placeX;
    double placeY;

    RowReader(TableColumns columns, Layout.Place place, Placing placing, Units units, DecimalMark mark, TableRun run) {
        this.x = columns.need(Field.X);
        this.y = columns.need(Field.Y);
        this.start = columns.get(Field.START);
        this.end = columns.get(Field.END);
        this.duration = columns.get(Field.DURATION);
        this.units = units;
        this.placing = placing;
        this.media = columns.media.orElse(null);
        this.fractions = place.unit() == PlaceUnit.NORMALIZED;
        this.fromBottom = place.origin() == Origin.BOTTOM_LEFT;
        this.mark = mark;
        this.run = run;
    }

    CoordinateUnit unit() {
        return media == null ? placing.unit() : CoordinateUnit.PLACED;
    }

    /** Reads the row's place. Returns whether it has one. */
    boolean place(CsvRow row) {
        double px = row.decimal(x, mark, PLACE);
        double py = row.decimal(y, mark, PLACE);
        if (Double.isNaN(px) != Double.isNaN(py)) {
            throw row.bad(Double.isNaN(px) ? x : y, "a number, as the other coordinate has one");
        }
        if (Double.isNaN(px) || (media != null && !media(row, media))) {
            return false;
        }
        if (media == null || fractions) {
            placeX = placing.x().toImage(px);
            placeY = placing.y().toImage(py);
        } else {
            double left = media.left().map(column -> size(row, column, Double.NEGATIVE_INFINITY)).orElse(0.0);
            double top = media.top().map(column -> size(row, column, Double.NEGATIVE_INFINITY)).orElse(0.0);
            double down = fromBottom ? lastHeight - py : py;
            placeX = (px - left) * (run.setup().width() / lastWidth);
            placeY = (down - top) * (run.setup().height() / lastHeight);
        }
        return true;
    }

    /** Reads the stimulus' size. Returns whether the row has one; fractions do without. */
    private boolean media(CsvRow row, MediaColumns columns) {
        if (row.isMissing(columns.width()) && row.isMissing(columns.height())) {
            return fractions;
        }
        double width = size(row, columns.width(), 1);
        double height = size(row, columns.height(), 1);
        if (width != lastWidth || height != lastHeight) {
            lastWidth = width;
            lastHeight = height;
            run.compare(width, height);
        }
        return true;
    }

    private double size(CsvRow row, Column column, double least) {
        double number = row.decimal(column, mark, SIZE);
        if (!(number >= least)) {
            throw row.bad(column, least == 1 ? SIZE : "where the stimulus stood on the screen, in px");
        }
        return number;
    }

    /** Whether the row tells neither how long nor until when it lasts. */
    boolean hasNoDuration(CsvRow row) {
        return (duration == null || row.isMissing(duration)) && (end == null || row.isMissing(end));
    }

    /** When the row's fixation starts, in ns; 0 if the table does not tell. */
    long start(CsvRow row) {
        return start == null || units.start() == null ? 0 : ns(row, start, units.start(), TIME);
    }

    /** How long the row's fixation lasts, in ns. */
    long duration(CsvRow row, long from) {
        Column column = end == null ? duration : end;
        TimeUnit unit = end == null ? units.duration() : units.end();
        if (column == null || unit == null) {
            throw new IllegalStateException("a table without durations");
        }
        long ns = ns(row, column, unit, end == null ? DURATION : TIME) - (end == null ? 0 : from);
        if (ns < 0 || ns > MAX_DURATION) {
            throw row.bad(column, end == null ? DURATION : "an end that is not before its start, and at most 100 days behind it");
        }
        return ns;
    }

    private long ns(CsvRow row, Column column, TimeUnit unit, String expected) {
        long whole = row.wholeOrMinusOne(column);
        if (whole >= 0 && whole <= Long.MAX_VALUE / 2 / unit.ns()) {
            return whole * unit.ns();
        }
        double number = row.decimal(column, mark, expected);
        double ns = number * unit.ns();
        if (!(Math.abs(ns) < Long.MAX_VALUE / 2.0)) {
            throw row.bad(column, expected);
        }
        // Through the shortest decimal that stands for the number: 1.001 s are 1,001,000,000 ns, whatever the double's last bits are.
        return Math.abs(ns) < 1L << 53 ? Math.round(ns)
                : BigDecimal.valueOf(number).multiply(BigDecimal.valueOf(unit.ns())).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    /** Where durations come from. */
    String durations() {
        return end != null ? "end - start" : Optional.ofNullable(duration).map(Column::name).orElse("");
    }
}
