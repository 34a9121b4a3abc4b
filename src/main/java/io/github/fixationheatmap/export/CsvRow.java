package io.github.fixationheatmap.export;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.fixationheatmap.problem.Place;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;

/** A row, whose fields are read as what their columns hold. */
record CsvRow(String file, CsvRecord fields) {

    String text(CsvTable.Column column) {
        return fields.getField(column.index());
    }

    /** A name or id: any text but none. */
    String id(CsvTable.Column column) {
        String text = text(column);
        if (text.isBlank()) {
            throw bad(column, "an id");
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
            throw bad(column, expected);
        }
        return number;
    }

    ProblemException bad(CsvTable.Column column, String expected) {
        Place place = new Place.Cell(file, fields.getStartingLineNumber(), column.index() + 1, column.name());
        return new Problem(ProblemType.BAD_VALUE, place, text(column), expected).asException();
    }
}
