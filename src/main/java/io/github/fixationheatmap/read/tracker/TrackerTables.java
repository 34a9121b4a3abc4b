package io.github.fixationheatmap.read.tracker;

import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.options.LayoutOption;
import io.github.fixationheatmap.options.LayoutOption.Decimal;
import io.github.fixationheatmap.options.LayoutOption.Delimiter;
import io.github.fixationheatmap.options.LayoutOption.Field;
import io.github.fixationheatmap.options.LayoutOption.PlaceUnit;
import io.github.fixationheatmap.options.LayoutOption.TimeUnit;
import io.github.fixationheatmap.options.TrackerOptions.ScreenSize;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.read.csv.CsvTable;
import io.github.fixationheatmap.read.csv.CsvTable.Column;
import io.github.fixationheatmap.read.csv.DecimalMark;
import io.github.fixationheatmap.read.tracker.RowReader.Units;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens tables of eye trackers by the layouts that their headers or users tell. */
public final class TrackerTables {

    private static final String LAYOUT = "/layout";
    private static final String UNIT_OF_TIME = "in the option layout the unit of times, \"time\": \"ns\", \"us\", \"ms\" or \"s\"";

    private final CsvTable table;
    private final InputFile file;
    private final TableRun run;
    private final ColumnNames names;
    private final Optional<LayoutOption> option;

    private TrackerTables(CsvTable table, InputFile file, TableRun run) {
        this.table = table;
        this.file = file;
        this.run = run;
        this.names = new ColumnNames(table);
        this.option = run.setup().options().layout();
    }

    /** Opens the text of a table, whose header may be that of any program. */
    public static CsvTable text(InputFile file, TableSetup setup) {
        return text(file, setup.options().layout());
    }

    private static CsvTable text(InputFile file, Optional<LayoutOption> layout) {
        return CsvTable.openAny(file, Limits.MAX_FIXATION_BYTES, layout.flatMap(LayoutOption::delimiter).map(Delimiter::character));
    }

    /**
     * A table of which only the header was read.
     *
     * @param table its text, closed by what is returned
     * @param file where more of it may be read, before its first row is
     * @param run what its export's tables have in common
     * @param onlyRecording the recording of a table that names none
     * @throws io.github.fixationheatmap.problem.ProblemException if its layout is not known, it lacks a column, or an option is missing
     */
    public static FixationTable open(CsvTable table, InputFile file, TableRun run, String onlyRecording) {
        return new TrackerTables(table, file, run).open(onlyRecording);
    }

    /**
     * Looks at the header alone, without what the user may say of it.
     *
     * @throws io.github.fixationheatmap.problem.ProblemException if the table has no fixations on an image, or is of no known program
     */
    public static void check(CsvTable table, InputFile file) {
        ColumnNames names = new ColumnNames(table);
        if (!Layouts.isKnown(names)) {
            Refusals.check(file.name(), names);
            throw Refusals.unknown(table.headerLine(), names);
        }
    }

    private FixationTable open(String onlyRecording) {
        Layout layout = layout();
        DecimalMark mark = mark();
        TableColumns columns = new TableColumns(layout, names);
        Units units = new Units(
                unit(layout, columns, Field.START), unit(layout, columns, Field.END), unit(layout, columns, Field.DURATION));
        checkTimes(columns);
        Placing placing = Placing.of(layout.place(), run, () -> screen(layout));
        note(layout, columns);
        columns.only(table);
        return new LayoutReader(table, layout, columns, new RowReader(columns, layout.place(), placing, units, mark, run), run,
                onlyRecording);
    }

    private Layout layout() {
        boolean x = option.filter(o -> o.columns().containsKey(Field.X)).isPresent();
        boolean y = option.filter(o -> o.columns().containsKey(Field.Y)).isPresent();
        Optional<Layout> known = Layouts.of(names, run.stimuli());
        if (known.isEmpty() && x != y) {
            throw run.setup().bad(LAYOUT, null, x ? "a column for y as well, as for x" : "a column for x as well, as for y");
        }
        if (known.isEmpty() && !x) {
            Refusals.check(file.name(), names);
            throw Refusals.unknown(table.headerLine(), names);
        }
        Layout base = known.orElse(Layout.OPEN);
        Layout layout = option.map(base::with).orElse(base);
        option.flatMap(LayoutOption::take).filter(take -> layout.rows().fixationPer().isEmpty()).ifPresent(take -> {
            throw run.setup().bad(
                    LAYOUT + "/take", take.id(), "fixationPer as well: the columns whose values the rows of a fixation share");
        });
        return layout;
    }

    private DecimalMark mark() {
        return option.flatMap(LayoutOption::decimal).map(Decimal::character).map(DecimalMark::of)
                .orElseGet(() -> table.delimiter() == ',' ? DecimalMark.of('.') : DecimalMark.unknown());
    }

    private void checkTimes(TableColumns columns) {
        if (!columns.has(Field.DURATION) && !(columns.has(Field.START) && columns.has(Field.END))) {
            throw run.setup().bad(LAYOUT, null, "a column for the duration as well, or columns for the start and the end");
        }
        if (columns.has(Field.END) && !columns.has(Field.START)) {
            throw run.setup().bad(LAYOUT, null, "a column for the start as well, as there is one for the end");
        }
        if (!columns.has(Field.START)) {
            run.warn("no-start", "The table does not tell when fixations start. Their order is that of the rows, and there is no time to"
                    + " first fixation.");
        }
    }

    /** The unit of a time. A bare one of Tobii Pro Lab, which is ms or µs, is told by its values. */
    private @Nullable TimeUnit unit(Layout layout, TableColumns columns, Field field) {
        Column column = columns.get(field);
        if (column == null) {
            return null;
        }
        // A program's own unit holds, unless the user names the column: of Tobii Pro Lab only the start may be in any unit.
        Optional<TimeUnit> chosen = option.filter(o -> o.columns().containsKey(field) || !layout.times().containsKey(field))
                .flatMap(LayoutOption::time);
        return TableColumns.unit(layout, column, field, chosen)
                .or(() -> layout.type() == EnrichmentType.TOBII_PRO_LAB && field == Field.START ? toldByValues(column) : Optional.empty())
                .orElseThrow(() -> run.setup().bad(LAYOUT, null, UNIT_OF_TIME + ", because the column \""
                        + ColumnNames.shown(column.name()) + "\" does not tell it"));
    }

    private Optional<TimeUnit> toldByValues(Column start) {
        Optional<Column> duration = names.find(List.of(Layouts.DURATION_OF_RECORDING));
        Optional<TimeUnit> told = duration.flatMap(column -> {
            try (CsvTable again = text(file, option)) {
                return TimeUnits.of(again, start, column, mark());
            }
        });
        told.ifPresent(unit -> run.assume("Times of \"" + start.name() + "\" were taken for " + (unit == TimeUnit.US ? "µs" : "ms")
                + ", as the recordings' durations tell."));
        return told;
    }

    private Optional<ScreenSize> screen(Layout layout) {
        if (layout.type() != EnrichmentType.GAZEPOINT || !names.has(Layouts.SACCADE)) {
            return Optional.empty();
        }
        TableColumns columns = new TableColumns(layout, names);
        try (CsvTable again = text(file, option)) {
            return ScreenFromSaccades.of(again, columns, names.get(List.of(Layouts.SACCADE)), mark());
        }
    }

    private void note(Layout layout, TableColumns columns) {
        if (layout.place().media().isPresent() && columns.media.isEmpty() && layout.place().unit() == PlaceUnit.PX) {
            run.assume("The image was taken to have the size of the stimulus, which the table does not tell.");
        }
        if (layout.type() == EnrichmentType.EYELINK && run.setup().options().placement().isEmpty()
                && layout.place().relation() == Layout.Relation.SCREEN_OR_IMAGE) {
            run.assume("The image was taken to be the whole display, pixel by pixel.");
            if (run.setup().options().screen().isEmpty()) {
                run.warn("placement-assumed", "The table does not tell the size of the display: the image of " + run.setup().size()
                        + " was taken to be the whole of it. The options placement and screen say where it stood.");
            }
        }
    }
}
