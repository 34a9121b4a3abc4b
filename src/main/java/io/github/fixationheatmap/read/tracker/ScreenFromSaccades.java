package io.github.fixationheatmap.read.tracker;

import io.github.fixationheatmap.options.LayoutOption.Field;
import io.github.fixationheatmap.options.TrackerOptions.ScreenSize;
import io.github.fixationheatmap.read.csv.CsvRow;
import io.github.fixationheatmap.read.csv.CsvTable;
import io.github.fixationheatmap.read.csv.CsvTable.Column;
import io.github.fixationheatmap.read.csv.DecimalMark;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The size of a screen from lengths of saccades in px between places in fractions of it. The squares of the lengths are linear in the
 * squares of width and height, which least squares find: M^2 = (dX W)^2 + (dY H)^2.
 */
final class ScreenFromSaccades {

    private static final String NUMBER = "a number, or nothing";
    private static final double MAX_RESIDUAL = 0.5;
    private static final int MIN_SACCADES = 2;
    private static final int KEPT = 10_000;

    private final Column x;
    private final Column y;
    private final Column id;
    private final Column saccade;
    private final Optional<Column> section;
    private final DecimalMark mark;
    private final double[] kept = new double[3 * KEPT];
    private int saccades;
    private double xx;
    private double xy;
    private double yy;
    private double xm;
    private double ym;
    private String lastId = "";
    private String lastSection = "";
    private double lastX = Double.NaN;
    private double lastY = Double.NaN;
    private double nowX = Double.NaN;
    private double nowY = Double.NaN;
    private double length = Double.NaN;

    private ScreenFromSaccades(TableColumns columns, Column saccade, DecimalMark mark) {
        this.x = columns.need(Field.X);
        this.y = columns.need(Field.Y);
        this.id = columns.fixationPer.getLast();
        this.section = Optional.ofNullable(columns.get(Field.SECTION));
        this.saccade = saccade;
        this.mark = mark;
    }

    /** The size, rounded to px; empty if the lengths do not fit one size within half a px. */
    static Optional<ScreenSize> of(CsvTable table, TableColumns columns, Column saccade, DecimalMark mark) {
        ScreenFromSaccades screen = new ScreenFromSaccades(columns, saccade, mark);
        Set<Column> read = new HashSet<>(Set.of(screen.x, screen.y, screen.id, saccade));
        screen.section.ifPresent(read::add);
        table.keepOnly(columns.withConditions(read));
        table.forEach(row -> {
            if (columns.where.stream().allMatch(condition -> condition.holds(row))) {
                screen.add(row);
            }
        });
        screen.end();
        return screen.size();
    }

    private void add(CsvRow row) {
        String own = LayoutReader.whole(row.text(id));
        String media = section.map(row::text).orElse("");
        if (!own.equals(lastId) || !media.equals(lastSection)) {
            end();
            boolean next = media.equals(lastSection) && number(own) == number(lastId) + 1;
            lastX = next ? nowX : Double.NaN;
            lastY = next ? nowY : Double.NaN;
            lastId = own;
            lastSection = media;
        }
        nowX = row.decimal(x, mark, NUMBER);
        nowY = row.decimal(y, mark, NUMBER);
        length = row.decimal(saccade, mark, NUMBER);
    }

    private static long number(String id) {
        return id.matches("[0-9]{1,18}") ? Long.parseLong(id) : -2;
    }

    /** Adds the saccade that led to the fixation, if it has a length. */
    private void end() {
        double dx = (nowX - lastX) * (nowX - lastX);
        double dy = (nowY - lastY) * (nowY - lastY);
        if (!(length > 0) || Double.isNaN(dx + dy)) {
            return;
        }
        double square = length * length;
        xx += dx * dx;
        xy += dx * dy;
        yy += dy * dy;
        xm += dx * square;
        ym += dy * square;
        if (saccades < KEPT) {
            kept[3 * saccades] = dx;
            kept[3 * saccades + 1] = dy;
            kept[3 * saccades + 2] = length;
        }
        saccades++;
        length = Double.NaN;
    }

    private Optional<ScreenSize> size() {
        double determinant = xx * yy - xy * xy;
        double width = Math.sqrt((xm * yy - ym * xy) / determinant);
        double height = Math.sqrt((ym * xx - xm * xy) / determinant);
        boolean possible = width >= 1 && height >= 1 && width <= ScreenSize.MAX && height <= ScreenSize.MAX;
        return saccades < MIN_SACCADES || !possible || residual(width, height) >= MAX_RESIDUAL ? Optional.empty()
                : Optional.of(new ScreenSize((int) Math.round(width), (int) Math.round(height)));
    }

    /** The root of the mean square of the differences in px, over the first saccades. */
    private double residual(double width, double height) {
        int n = Math.min(saccades, KEPT);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double difference = Math.sqrt(kept[3 * i] * width * width + kept[3 * i + 1] * height * height) - kept[3 * i + 2];
            sum += difference * difference;
        }
        return Math.sqrt(sum / n);
    }
}
