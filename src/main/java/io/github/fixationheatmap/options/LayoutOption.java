package io.github.fixationheatmap.options;

import io.github.fixationheatmap.options.HeatmapOptions.Choice;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which columns a table has, and what their values mean. What it leaves open is as in the layout that the table's header tells.
 *
 * @param columns the names of columns by what they hold
 * @param unit the unit of places
 * @param origin where places count from
 * @param time the unit of start, end and duration
 * @param where the values that a row must have in some columns to belong to a fixation
 * @param fixationPer the columns whose values rows of the same fixation share, the last of which grows from fixation to fixation
 * @param take which of the rows of a fixation tells where and when it was
 * @param delimiter what stands between the fields
 * @param decimal the decimal mark
 */
public record LayoutOption(
        Map<Field, String> columns, Optional<PlaceUnit> unit, Optional<Origin> origin, Optional<TimeUnit> time, Map<String, String> where,
        List<String> fixationPer, Optional<Take> take, Optional<Delimiter> delimiter, Optional<Decimal> decimal) {

    /** The most conditions of {@code where}, and the most columns of {@code fixationPer}. */
    public static final int MAX_COLUMNS = 16;

    public LayoutOption {
        columns = columns.isEmpty() ? Map.of() : new EnumMap<>(columns);
        where = new LinkedHashMap<>(where);
        fixationPer = List.copyOf(fixationPer);
    }

    /** What a column holds. */
    public enum Field implements Choice {
        X("x"),
        Y("y"),
        START("start"),
        END("end"),
        DURATION("duration"),
        RECORDING("recording"),
        RECORDING_NAME("recordingName"),
        SECTION("section"),
        ID("id"),
        STIMULUS("stimulus");

        private final String id;

        Field(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    /** The unit of places. */
    public enum PlaceUnit implements Choice { PX, NORMALIZED }

    /** Where places count from. */
    public enum Origin implements Choice {
        TOP_LEFT,
        BOTTOM_LEFT;

        @Override
        public String id() {
            return Choice.super.id().replace('_', '-');
        }
    }

    /** A unit of time. */
    public enum TimeUnit implements Choice {
        NS(1),
        US(1_000),
        MS(1_000_000),
        S(1_000_000_000);

        private final long ns;

        TimeUnit(long ns) {
            this.ns = ns;
        }

        /** Its length in ns. */
        public long ns() {
            return ns;
        }
    }

    /** Which of the rows of a fixation tells where and when it was. */
    public enum Take implements Choice {
        /** The first one. No other may have another place. */
        FIRST,
        /** The last one. */
        LAST,
        /** The first one tells when, and the mean of their places where. */
        MEAN
    }

    /** What stands between fields. */
    public enum Delimiter implements Choice {
        COMMA(','),
        SEMICOLON(';'),
        TAB('\t');

        private final char character;

        Delimiter(char character) {
            this.character = character;
        }

        public char character() {
            return character;
        }

        @Override
        public String id() {
            return String.valueOf(character);
        }
    }

    /** A decimal mark. */
    public enum Decimal implements Choice {
        POINT('.'),
        COMMA(',');

        private final char character;

        Decimal(char character) {
            this.character = character;
        }

        public char character() {
            return character;
        }

        @Override
        public String id() {
            return String.valueOf(character);
        }
    }
}
