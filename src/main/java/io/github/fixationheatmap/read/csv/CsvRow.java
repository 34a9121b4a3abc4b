package io.github.fixationheatmap.read.csv;

import io.github.fixationheatmap.model.LimitExceededException;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.Limits;
import java.util.regex.Pattern;

/**
 * A row, whose fields are read as what their columns hold. There is one for all rows of a file, and it is the one that was read last: what
 * is not asked for never becomes an object.
 */
public final class CsvRow {

    /** What a spreadsheet makes of a time of 19 digits when it saves a table. */
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]+([.,][0-9]+)?[eE]\\+?1[0-9]");

    private final String file;
    private final Privacy privacy;
    private final CsvFields fields;

    CsvRow(String file, Privacy privacy, CsvFields fields) {
        this.file = file;
        this.privacy = privacy;
        this.fields = fields;
    }

    public String text(CsvTable.Column column) {
        return fields.text(column.index());
    }

    /** Whether the field is this text. */
    public boolean is(CsvTable.Column column, char[] text) {
        return fields.is(column.index(), text);
    }

    /** Whether the field is this text in small letters, whatever the size of its own, A to Z. */
    public boolean isInAnyCase(CsvTable.Column column, String text) {
        return fields.isInAnyCase(column.index(), text);
    }

    /** An id: any text but none, of at most {@value Limits#NAME} characters, none of them a control character. */
    public String id(CsvTable.Column column) {
        String text = name(column, "an id");
        if (text.isBlank()) {
            throw bad(column, "an id");
        }
        return text;
    }

    /** A name, which may be blank: at most {@value Limits#NAME} characters, none of them a control character. */
    public String name(CsvTable.Column column) {
        return name(column, "a name");
    }

    private String name(CsvTable.Column column, String expected) {
        String text = text(column);
        if (text.length() > Limits.MAX_NAME_CHARS) {
            throw bad(column, expected + " of at most " + Limits.MAX_NAME_CHARS + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw bad(column, expected + " without control characters such as line ends");
            }
        }
        return text;
    }

    /** A whole number from 0 to 2^63 - 1. */
    public long whole(CsvTable.Column column, String expected) {
        long number = fields.whole(column.index());
        if (number < 0) {
            boolean rounded = SCIENTIFIC.matcher(text(column)).matches();
            throw bad(column, rounded ? expected + " (a spreadsheet rounded it: take the file as exported)" : expected);
        }
        return number;
    }

    /** A decimal number with a point; NaN where the field is blank or says NaN. */
    public double decimal(CsvTable.Column column, String expected) {
        if (fields.isEmpty(column.index()) || isInAnyCase(column, "nan")) {
            return Double.NaN;
        }
        double number = fields.decimal(column.index());
        if (Double.isNaN(number)) {
            throw bad(column, text(column).indexOf(',') < 0 ? expected : expected + " (a point, not a comma)");
        }
        return number;
    }

    public ProblemException bad(CsvTable.Column column, String expected) {
        return bad(ProblemType.BAD_VALUE, column, expected);
    }

    /** This row is one too many. */
    public ProblemException tooMany(LimitExceededException tooMany) {
        Location place = new Location.Line(file, fields.line());
        return new Problem(ProblemType.TOO_LARGE, place, tooMany.actual(), tooMany.expected()).asException(tooMany);
    }

    /** Refuses a row that names one recording more than there may be: all are held. */
    public void checkRecordings(CsvTable.Column column, int recordings) {
        if (recordings > Limits.MAX_RECORDINGS) {
            throw bad(ProblemType.TOO_LARGE, column, "at most " + Limits.MAX_RECORDINGS + " recordings");
        }
    }

    public ProblemException bad(ProblemType type, CsvTable.Column column, String expected) {
        Location place = new Location.Cell(file, fields.line(), column.index() + 1, column.name());
        return new Problem(type, place, privacy.shown(text(column)), expected).asException();
    }
}
