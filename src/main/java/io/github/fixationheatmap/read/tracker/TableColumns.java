package io.github.fixationheatmap.read.tracker;

import io.github.fixationheatmap.options.LayoutOption.Field;
import io.github.fixationheatmap.options.LayoutOption.TimeUnit;
import io.github.fixationheatmap.read.csv.CsvRow;
import io.github.fixationheatmap.read.csv.CsvTable;
import io.github.fixationheatmap.read.csv.CsvTable.Column;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of a table that are read: those that its layout names. All others are passed over. */
final class TableColumns {

    private final Map<Field, Column> fields = new EnumMap<>(Field.class);
    /** The columns that together name the recording. */
    final List<Column> recording = new ArrayList<>();
    /** The columns whose values rows of the same fixation share; empty if each row is a fixation. */
    final List<Column> fixationPer;
    final List<Condition> where;
    final Optional<MediaColumns> media;

    /** A value that rows must have. */
    static final class Condition {
        private final Column column;
        private final char[] text;
        private final double number;

        Condition(Column column, String value) {
            this.column = column;
            this.text = value.toCharArray();
            this.number = value.matches("-?[0-9]{1,15}") ? Long.parseLong(value) : Double.NaN;
        }

        boolean holds(CsvRow row) {
            // Whole numbers may be written as 1.0.
            return row.is(column, text) || row.isNumber(column, number);
        }
    }

    /** The columns of the stimulus' size, and of its place on the screen. */
    record MediaColumns(Column width, Column height, Optional<Column> left, Optional<Column> top) {}

    TableColumns(Layout layout, ColumnNames names) {
        Set<Field> needed = EnumSet.copyOf(layout.needed());
        for (Field field : Field.values()) {
            if (field != Field.RECORDING && !layout.names(field).isEmpty()) {
                (needed.contains(field) ? Optional.of(names.get(layout.names(field))) : names.find(layout.names(field)))
                        .ifPresent(column -> fields.put(field, column));
            }
        }
        layout.recording().forEach(name -> (needed.contains(Field.RECORDING) ? Optional.of(names.get(List.of(name)))
                : names.find(List.of(name))).ifPresent(recording::add));
        fixationPer = layout.rows().fixationPer().stream().map(name -> names.get(List.of(name))).toList();
        where = layout.rows().where().entrySet().stream()
                .map(e -> new Condition(names.get(List.of(e.getKey())), e.getValue())).toList();
        media = layout.place().media().flatMap(m -> media(m, names));
    }

    private static Optional<MediaColumns> media(Layout.Media media, ColumnNames names) {
        boolean onScreen = !media.left().isEmpty();
        boolean there = names.find(media.width()).isPresent() && names.find(media.height()).isPresent();
        if (!there && !onScreen) {
            return Optional.empty();
        }
        return Optional.of(new MediaColumns(names.get(media.width()), names.get(media.height()),
                onScreen ? Optional.of(names.get(media.left())) : Optional.empty(),
                onScreen ? Optional.of(names.get(media.top())) : Optional.empty()));
    }

    /** The column of a field, or null if there is none. */
    @Nullable Column get(Field field) {
        return fields.get(field);
    }

    /** The column of a field that the layout needs. */
    Column need(Field field) {
        Column column = fields.get(field);
        if (column == null) {
            throw new IllegalArgumentException("no column of " + field);
        }
        return column;
    }

    boolean has(Field field) {
        return fields.containsKey(field);
    }

    /** The unit of a time: the one that was chosen or that the column's name ends in, or else the program's. */
    static Optional<TimeUnit> unit(Layout layout, Column column, Field field, Optional<TimeUnit> chosen) {
        return chosen.or(() -> ColumnNames.time(column.name())).or(() -> Optional.ofNullable(layout.times().get(field)));
    }

    /** Reads no other column from now on. */
    void only(CsvTable table) {
        Set<Column> all = new LinkedHashSet<>(fields.values());
        all.addAll(recording);
        all.addAll(fixationPer);
        media.ifPresent(m -> {
            all.add(m.width());
            all.add(m.height());
            m.left().ifPresent(all::add);
            m.top().ifPresent(all::add);
        });
        table.keepOnly(withConditions(all));
    }

    /** Some columns, and those of the conditions. */
    Set<Column> withConditions(Set<Column> columns) {
        Set<Column> all = new LinkedHashSet<>(columns);
        where.forEach(condition -> all.add(condition.column));
        return all;
    }
}
