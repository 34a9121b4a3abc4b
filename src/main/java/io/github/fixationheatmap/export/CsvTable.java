package io.github.fixationheatmap.export;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.fixationheatmap.problem.Place;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CSV file (RFC 4180, UTF-8 with or without a mark, any line end) whose columns are found by name, in any order. Rows are streamed: only one
 * is held. A row that has not as many fields as the header is refused, as are bytes that are not UTF-8.
 */
final class CsvTable implements AutoCloseable {

    /** A column of this table. */
    record Column(int index, String name) {}

    private static final Pattern STARTED_IN_LINE = Pattern.compile("started in line (\\d+)");

    private final String file;
    private final Reader text;
    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private long line = 1;

    private CsvTable(String file, Reader text) {
        this.file = file;
        this.text = text;
        this.records = CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(Limits.CSV_FIELD)
                .ofCsvRecord(text)
                .iterator();
        this.header = readHeader();
    }

    /** Opens the file and reads its header. */
    static CsvTable open(InputFile file, long maxBytes) {
        file.checkSize(maxBytes);
        InputStream bytes = file.open();
        Reader text = new InputStreamReader(new WithoutMark(bytes), StandardCharsets.UTF_8.newDecoder());
        try {
            return new CsvTable(file.name(), text);
        } catch (RuntimeException e) {
            try (text) {
                throw e;
            } catch (IOException onClose) {
                e.addSuppressed(onClose);
                throw e;
            }
        }
    }

    private List<String> readHeader() {
        if (!guarded(records::hasNext)) {
            throw new Problem(ProblemType.BAD_ROW, new Place.Line(file, 1), null, "a header line").asException();
        }
        List<String> names = guarded(records::next).getFields();
        if (names.size() == 1 && (names.get(0).contains(";") || names.get(0).contains("\t"))) {
            throw new Problem(ProblemType.BAD_ROW, new Place.Line(file, 1), names.get(0), "commas between the fields").asException();
        }
        return names;
    }

    boolean has(String name) {
        return header.contains(name);
    }

    /** The column of this name, which must be there once. */
    Column column(String name) {
        int index = header.indexOf(name);
        if (index < 0) {
            throw new Problem(ProblemType.MISSING_COLUMN, new Place.Line(file, 1), String.join(",", header), "a column \"" + name + "\"")
                    .asException();
        }
        int second = header.lastIndexOf(name);
        if (second != index) {
            throw new Problem(ProblemType.AMBIGUOUS_COLUMN, new Place.Cell(file, 1, second + 1, name), name, "the column once").asException();
        }
        return new Column(index, name);
    }

    /** Hands every row to {@code sink}, in the file's order. */
    void forEach(Consumer<CsvRow> sink) {
        while (guarded(records::hasNext)) {
            CsvRecord fields = guarded(records::next);
            line = fields.getStartingLineNumber();
            if (fields.getFieldCount() != header.size()) {
                throw wrongLength(fields);
            }
            sink.accept(new CsvRow(file, fields));
        }
    }

    private ProblemException wrongLength(CsvRecord fields) {
        String hint = fields.getFieldCount() > header.size() ? " (a number takes a point, not a comma; a text with a comma, quotes)" : "";
        return new Problem(ProblemType.BAD_ROW, new Place.Line(file, line), fields.getFieldCount() + " fields",
                header.size() + " fields as in the header" + hint).asException();
    }

    private interface Step<T> {
        T run();
    }

    /** Tells what is wrong with the text from what went wrong on the way to it. */
    private <T> T guarded(Step<T> step) {
        try {
            return step.run();
        } catch (CsvParseException | UncheckedIOException e) {
            throw located(e);
        }
    }

    private RuntimeException located(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException known) {
                return known;
            }
            if (cause instanceof CharacterCodingException) {
                return new Problem(ProblemType.BAD_TEXT, new Place.Line(file, line), null, "text in UTF-8 from here on").asException(e);
            }
            if (cause instanceof IOException passing) {
                return new UncheckedIOException(passing);
            }
        }
        return damaged(e);
    }

    /** The parser names the line in its message alone. */
    private ProblemException damaged(RuntimeException e) {
        Matcher started = STARTED_IN_LINE.matcher(String.valueOf(e.getMessage()));
        long at = started.find() ? Long.parseLong(started.group(1)) : line;
        String seen = String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        return new Problem(ProblemType.BAD_ROW, new Place.Line(file, at), seen,
                "closed quotes, nothing behind them but a comma, and fields of at most " + Limits.CSV_FIELD + " characters").asException(e);
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
