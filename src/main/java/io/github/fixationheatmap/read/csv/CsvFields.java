package io.github.fixationheatmap.read.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of the current row. All rows share one array of characters, because a string for each field took two thirds of the time.
 */
final class CsvFields extends AbstractBaseCsvCallbackHandler<CsvFields> {

    static final String FIELDS = "fields of at most " + Limits.MAX_FIELD_CHARS + " characters (is a quote never closed?)";
    private static final String ROWS = "rows of at most " + Limits.MAX_ROW_CHARS + " characters and " + Limits.MAX_FIELDS + " fields";

    private static final Pattern LINE = Pattern.compile("(?:started in|starting at) line (\\d+)");
    private static final Pattern AFTER_QUOTE = Pattern.compile("Unexpected character after closing quote: '(.)'", Pattern.DOTALL);

    private final String file;
    private List<String> header = List.of();
    private char[] text = new char[1024];
    /** A 0, then the end of each field in the text. */
    private int[] ends = new int[32];
    private int count;
    /** Which columns are kept; those beyond its end are. */
    private boolean[] skipped = {};

    CsvFields(String file) {
        this.file = file;
    }

    /** Uses this row as the names of the columns. */
    List<String> asHeader() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(text(i));
        }
        header = List.copyOf(names);
        return header;
    }

    /** Keeps none of these columns from the next row on: their fields will seem empty. */
    void skip(boolean[] columns) {
        skipped = columns.clone();
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        count = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (length > Limits.MAX_FIELD_CHARS) {
            Location cell = new Location.Cell(file, line(), index + 1, index < header.size() ? header.get(index) : "");
            throw new Problem(ProblemType.TOO_LARGE, cell, "more than " + Limits.MAX_FIELD_CHARS + " characters", FIELDS).asException();
        }
        int from = ends[count];
        if (index < skipped.length && skipped[index]) {
            if (count + 2 > ends.length) {
                ends = Arrays.copyOf(ends, 2 * ends.length);
            }
            ends[++count] = from;
            return;
        }
        if (index == Limits.MAX_FIELDS || from + length > Limits.MAX_ROW_CHARS) {
            String actual = index == Limits.MAX_FIELDS
                    ? "more than " + Limits.MAX_FIELDS + " fields" : "more than " + Limits.MAX_ROW_CHARS + " characters";
            throw new Problem(ProblemType.TOO_LARGE, new Location.Line(file, line()), actual, ROWS).asException();
        }
        if (from + length > text.length) {
            text = Arrays.copyOf(text, 2 * (from + length));
        }
        if (count + 2 > ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        System.arraycopy(buffer, offset, text, from, length);
        ends[++count] = from + length;
    }

    @Override
    protected CsvFields buildRecord() {
        return this;
    }

    /** The number of fields. */
    int count() {
        return count;
    }

    /** The line in which the row begins, counted from 1. */
    long line() {
        return getStartingLineNumber();
    }

    /**
     * The text of a field.
     *
     * @param index from 0
     */
    String text(int index) {
        return new String(text, ends[index], ends[index + 1] - ends[index]);
    }

    /** Whether a field equals this text. Arrays are compared many characters at a time. */
    boolean is(int index, char[] other) {
        return Arrays.equals(text, ends[index], ends[index + 1], other, 0, other.length);
    }

    int length(int index) {
        return ends[index + 1] - ends[index];
    }

    boolean isEmpty(int index) {
        return ends[index] == ends[index + 1];
    }

    /** The first decimal point or comma of a field, or 0 if it has neither. */
    char decimalMark(int index) {
        for (int i = ends[index]; i < ends[index + 1]; i++) {
            if (text[i] == '.' || text[i] == ',') {
                return text[i];
            }
        }
        return 0;
    }

    /** A field as {@link Numbers#decimal} reads it with a point in place of its comma. */
    double decimalWithComma(int index) {
        for (int i = ends[index]; i < ends[index + 1]; i++) {
            text[i] = text[i] == ',' ? '.' : text[i] == '.' ? ',' : text[i];
        }
        double number = decimal(index);
        for (int i = ends[index]; i < ends[index + 1]; i++) {
            text[i] = text[i] == ',' ? '.' : text[i] == '.' ? ',' : text[i];
        }
        return number;
    }

    /** Whether a field equals this lower-case text, if the case of A to Z is ignored. */
    boolean isInAnyCase(int index, String lowerCase) {
        int from = ends[index];
        if (ends[index + 1] - from != lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            char c = text[from + i];
            if ((c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A field as {@link Numbers#whole} reads it. */
    long whole(int index) {
        return Numbers.whole(text, ends[index], ends[index + 1]);
    }

    /** A field as {@link Numbers#decimal} reads it. */
    double decimal(int index) {
        return Numbers.decimal(text, ends[index], ends[index + 1]);
    }

    /**
     * The problem that the parser's exception describes. The parser states the reason and the line only in its message.
     *
     * @param line the line of the problem if the message has none
     */
    ProblemException problem(CsvParseException e, long line) {
        Throwable reason = e.getCause() == null ? e : e.getCause();
        String message = String.valueOf(reason.getMessage());
        Matcher named = LINE.matcher(e.getMessage() + " " + message);
        long at = named.find() ? Long.parseLong(named.group(1)) : line;
        return problem(message, new Location.Line(file, at)).asException(e);
    }

    private static Problem problem(String message, Location.Line location) {
        Matcher afterQuote = AFTER_QUOTE.matcher(message);
        if (afterQuote.find()) {
            return new Problem(ProblemType.BAD_ROW, location, afterQuote.group(1), "a comma or the line's end behind a closed quote");
        }
        if (message.startsWith("Unclosed")) {
            return new Problem(ProblemType.BAD_ROW, location, "a quote that is never closed", "a second quote at the field's end");
        }
        // The only other reason is a field that does not fit into the parser's buffer.
        return new Problem(ProblemType.TOO_LARGE, location, "a field of more than " + Limits.MAX_FIELD_CHARS + " characters",
                FIELDS);
    }

    /**
     * An exception of the parser as a problem of the file, or a failure of the store.
     *
     * @param line where the parser was
     */
    RuntimeException converted(RuntimeException e, long line) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
            if (cause instanceof IOException transientFailure) {
                return new UncheckedIOException(transientFailure);
            }
            if (cause instanceof Error fatal) {
                throw fatal;
            }
            // The parser wraps every exception of its source, including those of a busy store or a replaced object.
            if (cause instanceof RuntimeException other && !(cause instanceof CsvParseException || cause instanceof UncheckedIOException)) {
                return other;
            }
        }
        return e instanceof CsvParseException parseError ? problem(parseError, line) : e;
    }
}
