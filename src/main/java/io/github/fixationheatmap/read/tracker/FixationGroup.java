package io.github.fixationheatmap.read.tracker;

import io.github.fixationheatmap.model.Fixation;
import io.github.fixationheatmap.model.Fixation.Mapping;
import io.github.fixationheatmap.model.Fixation.Point;
import io.github.fixationheatmap.options.LayoutOption.Take;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.csv.CsvRow;
import io.github.fixationheatmap.read.csv.CsvTable.Column;
import io.github.fixationheatmap.read.tracker.Stimuli.Match;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fixations of one section of one recording, of which one is open at a time: the rows of it are merged as they come. Not thread-safe.
 */
final class FixationGroup {

    /** The most ids of a table that are no numbers: they are kept, to see whether one comes back. */
    private static final int MAX_TEXTS = 100_000;

    private static final String TOGETHER =
            "the rows of each fixation together, and from fixation to fixation a larger id";

    private final String recording;
    private final String section;
    private long count;
    private long clock;
    private long lastNumber = Long.MIN_VALUE;
    private final Set<String> texts = new HashSet<>();
    private final TextIds budget;
    private @Nullable Open open;

    /** How many ids that are no numbers a table has so far. */
    static final class TextIds {
        private int count;
    }

    FixationGroup(String recording, String section, TextIds budget) {
        this.recording = recording;
        this.section = section;
        this.budget = budget;
    }

    /** A fixation whose rows are being read. */
    static final class Open {
        private final char[] key;
        private final String id;
        private final long line;
        private Match match = Match.NONE;
        private long start;
        private long duration;
        private long rows;
        private long places;
        private double x;
        private double y;

        Open(char[] key, String id, long line) {
            this.key = key;
            this.id = id;
            this.line = line;
        }
    }

    /** The id of a row's fixation where no column tells it: its number in the group. */
    String nextId() {
        return String.valueOf(count + 1);
    }

    /** The open fixation if the row belongs to it, else null. */
    @Nullable Open openFor(CsvRow row, Column key) {
        return open != null && row.is(key, open.key) ? open : null;
    }

    /** Whether a fixation is open. */
    boolean isOpen() {
        return open != null;
    }

    /** Opens the fixation of a row. The one before it must be closed. */
    Open open(CsvRow row, Column key, String id) {
        String text = LayoutReader.whole(row.id(key));
        long number = text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
        if (number >= 0 ? number <= lastNumber : !texts.add(text)) {
            throw row.bad(ProblemType.BAD_ROW, key, TOGETHER);
        }
        if (number < 0 && ++budget.count > MAX_TEXTS) {
            throw row.bad(ProblemType.TOO_LARGE, key, "at most " + MAX_TEXTS + " fixations whose ids are no numbers");
        }
        lastNumber = Math.max(lastNumber, number);
        Open opened = new Open(row.text(key).toCharArray(), id, row.line());
        open = opened;
        return opened;
    }

    /** Opens the fixation that a row is alone. */
    Open open(CsvRow row, String id) {
        Open opened = new Open(new char[0], id, row.line());
        open = opened;
        return opened;
    }

    /** Adds a row to a fixation. */
    void add(CsvRow row, Open fixation, RowReader reader, Take take, Match match) {
        if (fixation.rows++ == 0 || take == Take.LAST) {
            fixation.start = reader.start(row);
            fixation.duration = reader.duration(row, fixation.start);
        }
        if (fixation.match == Match.NONE && match != Match.NONE) {
            fixation.match = match;
            fixation.places = 0;
        }
        // Rows in which another stimulus is on the screen tell places on that one.
        if (match == fixation.match && match != Match.OTHER) {
            addPlace(row, fixation, reader, take, reader.place(row));
        }
    }

    private static void addPlace(CsvRow row, Open fixation, RowReader reader, Take take, boolean placed) {
        switch (take) {
            case FIRST -> {
                if (placed && fixation.places == 0) {
                    fixation.places = 1;
                    fixation.x = reader.placeX;
                    fixation.y = reader.placeY;
                } else if (placed && (reader.placeX != fixation.x || reader.placeY != fixation.y)) {
                    throw row.bad(reader.placeX != fixation.x ? reader.x : reader.y,
                            "the place that the fixation has in the rows from line " + fixation.line + " on");
                }
            }
            case LAST -> {
                fixation.places = placed ? 1 : 0;
                fixation.x = reader.placeX;
                fixation.y = reader.placeY;
            }
            case MEAN -> {
                if (placed) {
                    fixation.places++;
                    fixation.x += reader.placeX;
                    fixation.y += reader.placeY;
                }
            }
        }
    }

    /** The open fixation, which is closed. */
    Fixation close(boolean starts) {
        Open fixation = open;
        if (fixation == null) {
            throw new IllegalStateException("no fixation is open");
        }
        open = null;
        count++;
        long start = starts ? fixation.start : clock;
        clock = start + fixation.duration;
        boolean placed = fixation.places > 0 && fixation.match == Match.OURS;
        return new Fixation(section, recording, fixation.id, start, start + fixation.duration,
                placed ? new Point(fixation.x / fixation.places, fixation.y / fixation.places) : null,
                placed ? Mapping.INSIDE : fixation.match == Match.OURS ? Mapping.NOT_MAPPED : Mapping.OTHER_STIMULUS);
    }
}
