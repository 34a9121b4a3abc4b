package io.github.fixationheatmap.export;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.fixationheatmap.problem.Place;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.study.TooManyException;

/** A row, whose fields are read as what their columns hold. */
record CsvRow(String file, Privacy privacy, CsvRecord fields) {

    String text(CsvTable.Column column) {
        return fields.getField(column.index());
    }

    /** An id: any text but none, of at most {@value Limits#NAME} characters, none of them a control character. */
    String id(CsvTable.Column column) {
        String text = name(column, "an id");
        if (text.isBlank()) {
            throw bad(column, "an id");
        }
        return text;
    }

    /** A name, which may be blank: at most {@value Limits#NAME} characters, none of them a control character. */
    String name(CsvTable.Column column) {
        return name(column, "a name");
    }

    private String name(CsvTable.Column column, String expected) {
        String text = text(column);
        if (text.length() > Limits.NAME) {
            throw bad(column, expected + " of at most " + Limits.NAME + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw bad(column, expected + " without control characters such as line ends");
            }
        }
        return text;
    }

    /** A whole number from 0 to 2^63 - 1. */
    long whole(CsvTable.Column column, String expected) {
        long number = Numbers.whole(text(column));
        if (number < 0) {
            throw bad(column, expected);
        }
        return number;
    }

    /** A decimal number with a point; NaN where the field is blank or says NaN. */
    double decimal(CsvTable.Column column, String expected) {
        String text = text(column);
        if (text.isEmpty() || text.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        double number = Numbers.decimal(text);
        if (Double.isNaN(number)) {
            throw bad(column, text.indexOf(',') < 0 ? expected : expected + " (a point, not a comma)");
        }
        return number;
    }

    ProblemException bad(CsvTable.Column column, String expected) {
        return bad(ProblemType.BAD_VALUE, column, expected);
    }

    /** This row is one too many. */
    ProblemException tooMany(TooManyException tooMany) {
        Place place = new Place.Line(file, fields.getStartingLineNumber());
        return new Problem(ProblemType.TOO_LARGE, place, tooMany.seen(), tooMany.expected()).asException(tooMany);
    }

    ProblemException bad(ProblemType type, CsvTable.Column column, String expected) {
        Place place = new Place.Cell(file, fields.getStartingLineNumber(), column.index() + 1, column.name());
        return new Problem(type, place, privacy.shown(text(column)), expected).asException();
    }
}
