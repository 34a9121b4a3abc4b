package io.github.fixationheatmap.read.csv;

import io.github.fixationheatmap.model.FixationListener.LimitExceededException;
import io.github.fixationheatmap.model.Names;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.Limits;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The current row, whose fields are read as texts or numbers. One instance serves all rows of a file. Fields become objects only on
 * request.
 */
public final class CsvRow {

    /** A time of 19 digits, as spreadsheets save it. */
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]+([.,][0-9]+)?[eE]\\+?1[0-9]");

    private static final char[] DASH = {'-'};
    private static final char[] DOT = {'.'};
    private static final char[] INDEFINITE = "-1.#IND".toCharArray();

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

    /** Whether the field equals this text. */
    public boolean is(CsvTable.Column column, char[] text) {
        return fields.is(column.index(), text);
    }

    /** Whether the field equals this lower-case text, if the case of A to Z is ignored. */
    public boolean isInAnyCase(CsvTable.Column column, String text) {
        return fields.isInAnyCase(column.index(), text);
    }

    /** An id: a text that is not blank, and keeps to the rule of {@link Names}. */
    public String id(CsvTable.Column column) {
        String text = name(column, "an id");
        if (text.isBlank()) {
            throw bad(column, "an id");
        }
        return text;
    }

    /** A name, which may be blank, and keeps to the rule of {@link Names}. */
    public String name(CsvTable.Column column) {
        return name(column, "a name");
    }

    /** A name without spaces around it; empty if it is missing. */
    public String nameOrNothing(CsvTable.Column column) {
        return isMissing(column) ? "" : name(column).strip();
    }

    private String name(CsvTable.Column column, String expected) {
        String text = text(column);
        Optional<String> broken = Names.brokenRule(text);
        if (broken.isPresent()) {
            throw bad(column, expected + " " + broken.get());
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

    /** A decimal number with a point; NaN if the field is empty or NaN. */
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

    /** Whether the field says that there is no value: it is empty, or one of the texts that eye trackers write for that. */
    public boolean isMissing(CsvTable.Column column) {
        int index = column.index();
        return fields.isEmpty(index) || (fields.length(index) <= 7 && (fields.is(index, DASH) || fields.is(index, DOT)
                || fields.isInAnyCase(index, "nan") || fields.is(index, INDEFINITE)));
    }

    /**
     * A decimal number with the file's decimal mark; NaN if it is missing.
     *
     * @param mark the mark of the file; it learns from the first number that has one
     */
    public double decimal(CsvTable.Column column, DecimalMark mark, String expected) {
        if (isMissing(column)) {
            return Double.NaN;
        }
        char own = fields.decimalMark(column.index());
        double number = number(column.index());
        if (Double.isNaN(number)) {
            throw bad(column, expected);
        }
        if (own != 0 && !mark.takes(own)) {
            throw bad(column, expected + (own == ',' ? " (a point, not a comma)" : " (a comma, not a point, as in the rows before)"));
        }
        return number;
    }

    /** The number with either mark, or NaN. */
    private double number(int index) {
        return fields.decimalMark(index) == ',' ? fields.decimalWithComma(index) : fields.decimal(index);
    }

    /** Whether the field is this number in any notation. */
    public boolean isNumber(CsvTable.Column column, double number) {
        return !fields.isEmpty(column.index()) && number(column.index()) == number;
    }

    /** A whole number from 0 to 2^63 - 1 in digits alone, or -1. */
    public long wholeOrMinusOne(CsvTable.Column column) {
        return fields.whole(column.index());
    }

    /** The line in which the row begins, counted from 1. */
    public long line() {
        return fields.line();
    }

    public ProblemException bad(CsvTable.Column column, String expected) {
        return bad(ProblemType.BAD_VALUE, column, expected);
    }

    /** The problem that this row exceeds a limit. */
    public ProblemException tooMany(LimitExceededException tooMany) {
        Location location = new Location.Line(file, fields.line());
        return new Problem(ProblemType.TOO_LARGE, location, tooMany.actual(), tooMany.expected()).asException(tooMany);
    }

    /** Refuses a row that adds a recording beyond the limit, because all recordings are held in memory. */
    public void checkRecordings(CsvTable.Column column, int recordings) {
        if (recordings > Limits.MAX_RECORDINGS) {
            throw bad(ProblemType.TOO_LARGE, column, "at most " + Limits.MAX_RECORDINGS + " recordings");
        }
    }

    /** Where a field stands. */
    public Location location(CsvTable.Column column) {
        return new Location.Cell(file, fields.line(), column.index() + 1, column.name());
    }

    public ProblemException bad(ProblemType type, CsvTable.Column column, String expected) {
        return new Problem(type, location(column), privacy.quotable(text(column)), expected).asException();
    }
}
