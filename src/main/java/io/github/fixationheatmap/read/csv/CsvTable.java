package io.github.fixationheatmap.read.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.Limits;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180, UTF-8 with or without a mark, any line end) whose columns are found by name, in any order. Rows are streamed:
 * only one is held. A row that has not as many fields as the header is refused, as are bytes that are not UTF-8.
 */
public final class CsvTable implements AutoCloseable {

    /** A column of this table. */
    public record Column(int index, String name) {}

    private final String file;
    private final Privacy privacy;
    private final Reader text;
    private final CsvFields fields;
    private final Iterator<CsvFields> rows;
    private List<String> header = List.of();
    private long line = 1;

    private CsvTable(String file, Privacy privacy, Reader text) {
        this.file = file;
        this.privacy = privacy;
        this.text = text;
        this.fields = new CsvFields(file);
        this.rows = CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                // Larger than any field may be, so that the handler's own bounds speak first.
                .maxBufferSize(2 * Limits.MAX_FIELD_CHARS)
                .build(fields, text)
                .iterator();
        this.header = readHeader();
    }

    /** Opens the file and reads its header. */
    public static CsvTable open(InputFile file, long maxBytes, Privacy privacy) {
        file.checkSize(maxBytes);
        Reader text = new Utf8Reader(file.open(), file.name());
        try {
            return new CsvTable(file.name(), privacy, text);
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
        if (!guarded(rows::hasNext)) {
            throw new Problem(ProblemType.BAD_ROW, new Location.Line(file, 1), null, "a header line").asException();
        }
        List<String> names = guarded(rows::next).asHeader();
        if (names.size() == 1 && (names.get(0).contains(";") || names.get(0).contains("\t"))) {
            throw new Problem(ProblemType.BAD_ROW, new Location.Line(file, 1), privacy.shown(names.get(0)), "commas between the fields")
                    .asException();
        }
        return names;
    }

    public boolean has(String name) {
        return header.contains(name);
    }

    /** The header's names as they stand in the file. */
    public String header() {
        return String.join(",", header);
    }

    /** Names of columns are about nobody; but a first line without any that we know may be a row. */
    private @Nullable String shownHeader() {
        return has("recording id") || has("section id") ? header() : privacy.shown(header());
    }

    /** The column of this name, which must be there once. */
    public Column column(String name) {
        int index = header.indexOf(name);
        if (index < 0) {
            throw new Problem(ProblemType.MISSING_COLUMN, new Location.Line(file, 1), shownHeader(),
                    "a column \"" + name + "\"" + almost(name)).asException();
        }
        int second = header.lastIndexOf(name);
        if (second != index) {
            throw new Problem(ProblemType.AMBIGUOUS_COLUMN, new Location.Cell(file, 1, second + 1, name), name, "the column once")
                    .asException();
        }
        return new Column(index, name);
    }

    /** The header's name that was probably meant: one in other capitals, or what was left of the right one when it was cut shorter. */
    private String almost(String name) {
        return header.stream().filter(n -> n.strip().equalsIgnoreCase(name) || (!n.isBlank() && name.endsWith(" " + n.strip())))
                .findFirst().map(n -> " (not \"" + n + "\")").orElse("");
    }

    /** Hands every row to {@code sink}, in the file's order. */
    public void forEach(Consumer<CsvRow> sink) {
        CsvRow row = new CsvRow(file, privacy, fields);
        while (guarded(rows::hasNext)) {
            guarded(rows::next);
            line = fields.line();
            if (fields.count() != header.size()) {
                throw wrongLength();
            }
            sink.accept(row);
        }
    }

    private ProblemException wrongLength() {
        String hint = fields.count() > header.size() ? " (a number takes a point, not a comma; a text with a comma, quotes)" : "";
        String seen = fields.count() == 1 ? "1 field" : fields.count() + " fields";
        return new Problem(ProblemType.BAD_ROW, new Location.Line(file, line), seen,
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
            if (cause instanceof ProblemException problem) {
                return problem;
            }
            if (cause instanceof IOException passing) {
                return new UncheckedIOException(passing);
            }
            if (cause instanceof Error fatal) {
                throw fatal;
            }
            // The parser takes whatever its source throws for damage, also a store that is busy or an object that was replaced.
            if (cause instanceof RuntimeException other && !(cause instanceof CsvParseException || cause instanceof UncheckedIOException)) {
                return other;
            }
        }
        return e instanceof CsvParseException refusal ? CsvDamage.of(refusal, file, line) : e;
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
