package io.github.fixationheatmap.read.csv;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a file's cells may be quoted in a problem, which is written to a bucket and read by others than the file's owner. */
public enum Privacy {
    /** Nothing in it is about a person by name. */
    PLAIN {
        @Override
        @Nullable String shown(String cell) {
            return cell;
        }
    },
    /** People's names stand in it, and in a damaged file they may stand in any column: numbers and times alone are quoted. */
    NAMES_PEOPLE {
        @Override
        @Nullable String shown(String cell) {
            return NUMBER_OR_TIME.matcher(cell).matches() ? cell : null;
        }
    };

    private static final Pattern NUMBER_OR_TIME = Pattern.compile("[-+0-9.,:TZeE ]*");

    /** What may be shown of a cell, or null. */
    abstract @Nullable String shown(String cell);
}
