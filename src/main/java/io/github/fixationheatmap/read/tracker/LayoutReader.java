package io.github.fixationheatmap.read.tracker;

import io.github.fixationheatmap.model.EnrichmentType;
import io.github.fixationheatmap.model.EnrichmentType.CoordinateUnit;
import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.FixationListener.LimitExceededException;
import io.github.fixationheatmap.model.TableReading.Starts;
import io.github.fixationheatmap.options.LayoutOption.Field;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.csv.CsvRow;
import io.github.fixationheatmap.read.csv.CsvTable;
import io.github.fixationheatmap.read.csv.CsvTable.Column;
import io.github.fixationheatmap.read.tracker.FixationGroup.Open;
import io.github.fixationheatmap.read.tracker.Stimuli.Match;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table by its layout. Rows that make one fixation are merged while they are read: of each section one fixation is open. Not
 * thread-safe.
 */
final class LayoutReader implements FixationTable {

    /** The most sections of all recordings together. */
    private static final int MAX_GROUPS = 100_000;

    private static final String ONLY_SECTION = "section";

    private final CsvTable table;
    private final Layout layout;
    private final TableColumns columns;
    private final RowReader reader;
    private final TableRun run;
    private final String onlyRecording;
    private final @Nullable Column key;
    private final @Nullable Column id;
    private final @Nullable Column stimulus;
    /** The columns that tell the group of a row. */
    private final List<Column> groupColumns = new ArrayList<>();
    private final char[][] lastGroup;
    private final Map<List<String>, FixationGroup> groups = new LinkedHashMap<>();
    private final FixationGroup.TextIds texts = new FixationGroup.TextIds();
    private @Nullable FixationGroup current;
    private long passed;

    LayoutReader(CsvTable table, Layout layout, TableColumns columns, RowReader reader, TableRun run, String onlyRecording) {
        this.table = table;
        this.layout = layout;
        this.columns = columns;
        this.reader = reader;
        this.run = run;
        this.onlyRecording = onlyRecording;
        this.key = columns.fixationPer.isEmpty() ? null : columns.fixationPer.getLast();
        this.id = columns.get(Field.ID);
        this.stimulus = columns.get(Field.STIMULUS);
        groupColumns.addAll(columns.recording);
        Column section = columns.get(Field.SECTION);
        if (section != null) {
            groupColumns.add(section);
        }
        groupColumns.addAll(columns.fixationPer.subList(0, Math.max(0, columns.fixationPer.size() - 1)));
        this.lastGroup = new char[groupColumns.size()][];
    }

    @Override
    public EnrichmentType type() {
        return layout.type();
    }

    @Override
    public CoordinateUnit unit() {
        return reader.unit();
    }

    @Override
    public String durations() {
        return reader.durations();
    }

    @Override
    public Starts starts() {
        return columns.has(Field.START) ? Starts.KNOWN : Starts.BY_ORDER;
    }

    @Override
    public long forEach(long most, Consumer<Fixation> consumer) {
        if (most > 0) {
            table.whileTrue(row -> {
                accept(row, consumer);
                return passed < most && !(run.stimuli().isAmbiguous() && run.stimuli().isFull());
            });
            if (run.stimuli().isAmbiguous()) {
                run.stimuli().checkFound();
            }
            for (FixationGroup group : groups.values()) {
                if (group.isOpen() && passed < most) {
                    pass(group, consumer, this::tooMany);
                }
            }
        }
        return passed;
    }

    private void accept(CsvRow row, Consumer<Fixation> consumer) {
        for (TableColumns.Condition condition : columns.where) {
            if (!condition.holds(row)) {
                return;
            }
        }
        if (key == null && reader.hasNoDuration(row) && row.isMissing(reader.x) && row.isMissing(reader.y)) {
            return;
        }
        Match match = stimulus == null ? Match.OURS : run.stimuli().match(row, stimulus);
        if (run.stimuli().isAmbiguous()) {
            return;
        }
        FixationGroup group = group(row);
        if (key == null) {
            group.add(row, group.open(row, id == null ? group.nextId() : idOf(row, id)), reader, layout.rows().take(), match);
            pass(group, consumer, row::tooMany);
            return;
        }
        Open open = group.openFor(row, key);
        if (open == null) {
            if (group.isOpen()) {
                pass(group, consumer, row::tooMany);
            }
            open = group.open(row, key, idOf(row, id == null ? key : id));
        }
        group.add(row, open, reader, layout.rows().take(), match);
    }

    /** Closes the fixation of a group and passes it. {@code tooMany} says where the consumer found that there are too many. */
    private void pass(FixationGroup group, Consumer<Fixation> consumer, Function<LimitExceededException, ProblemException> tooMany) {
        passed++;
        try {
            Fixation fixation = group.close(starts() == Starts.KNOWN);
            run.count(fixation);
            consumer.accept(fixation);
        } catch (LimitExceededException e) {
            throw tooMany.apply(e);
        }
    }

    private ProblemException tooMany(LimitExceededException e) {
        return new Problem(ProblemType.TOO_LARGE, new Location.WholeFile(table.headerLine().file()), e.actual(), e.expected())
                .asException(e);
    }

    /** The group of the row: mostly that of the row before. */
    private FixationGroup group(CsvRow row) {
        FixationGroup group = current;
        boolean same = group != null;
        for (int i = 0; same && i < lastGroup.length; i++) {
            same = row.is(groupColumns.get(i), lastGroup[i]);
        }
        if (group == null || !same) {
            group = lookUp(row);
            current = group;
        }
        return group;
    }

    private FixationGroup lookUp(CsvRow row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < lastGroup.length; i++) {
            String text = row.name(groupColumns.get(i));
            lastGroup[i] = text.toCharArray();
            cells.add(text);
        }
        FixationGroup group = groups.get(cells);
        if (group == null) {
            group = new FixationGroup(recording(row), section(row), texts);
            groups.put(cells, group);
            if (groups.size() > MAX_GROUPS) {
                throw row.bad(ProblemType.TOO_LARGE, groupColumns.getLast(), "at most " + MAX_GROUPS + " sections");
            }
        }
        return group;
    }

    /** The id of the row's recording: the cells that name it, or else the file's. */
    private String recording(CsvRow row) {
        List<String> parts = columns.recording.stream().map(column -> whole(row.nameOrNothing(column)))
                .filter(text -> !text.isEmpty()).toList();
        String recording = parts.isEmpty() ? onlyRecording : String.join(" / ", parts);
        run.recordings().add(recording);
        if (!columns.recording.isEmpty()) {
            row.checkRecordings(columns.recording.getFirst(), run.recordings().size());
        }
        Column name = columns.get(Field.RECORDING_NAME);
        if (name != null) {
            run.name(recording, row.nameOrNothing(name));
        }
        return recording;
    }

    private String section(CsvRow row) {
        Column column = columns.get(Field.SECTION);
        String text = column == null ? "" : whole(row.nameOrNothing(column));
        return text.isEmpty() ? ONLY_SECTION : text;
    }

    private static String idOf(CsvRow row, Column column) {
        return whole(row.id(column));
    }

    /** A text, and a whole number without its fraction: programs write 183 as 183.0. */
    static String whole(String text) {
        int end = text.length() - 2;
        if (end < 1 || text.charAt(end + 1) != '0' || (text.charAt(end) != '.' && text.charAt(end) != ',')) {
            return text;
        }
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return text;
            }
        }
        return text.substring(0, end);
    }

    @Override
    public void close() {
        table.close();
    }
}
