package io.github.fixationheatmap.read.csv;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which cells of a file may be quoted in error messages. These are written to a bucket, where others than its user read them. */
public enum Privacy {
    /** The file has no names of people. All cells are quoted. */
    PLAIN {
        @Override
        @Nullable String quotable(String cell) {
            return cell;
        }
    },
    /** The file has names of people, in a damaged file in any column. Only numbers and times are quoted. */
    NAMES_PEOPLE {
        @Override
        @Nullable String quotable(String cell) {
            return NUMBER_OR_TIME.matcher(cell).matches() ? cell : null;
        }
    };

    private static final Pattern NUMBER_OR_TIME = Pattern.compile("[-+0-9.,:TZeE ]*");

    /** The cell if it may be quoted, otherwise null. */
    abstract @Nullable String quotable(String cell);
}
