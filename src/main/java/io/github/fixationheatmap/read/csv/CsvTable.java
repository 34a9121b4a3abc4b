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
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180, UTF-8 with or without a byte order mark, any line end), or a table that an eye tracker's program wrote: in UTF-16,
 * with tabs or semicolons. Columns are found by name, in any order. Rows are streamed, with only one in memory. A row whose number of
 * fields differs from the header is refused, as are bytes that are not text.
 */
public final class CsvTable implements AutoCloseable {

    /** A column of this table. */
    public record Column(int index, String name) {}

    private final String file;
    private final Reader text;
    private final TextReader decoded;
    private final char delimiter;
    private Privacy privacy;
    private boolean trailing;
    private final CsvFields fields;
    private final Iterator<CsvFields> rows;
    private final CsvHeader header;
    private long line = 1;
    private final long headerLine;

    private CsvTable(String file, Privacy privacy, Reader text, TextReader decoded, char delimiter) {
        this.file = file;
        this.privacy = privacy;
        this.text = text;
        this.decoded = decoded;
        this.delimiter = delimiter;
        this.fields = new CsvFields(file);
        this.rows = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                // Larger than the longest allowed field, so that CsvFields reports the error before the parser does.
                .maxBufferSize(2 * Limits.MAX_FIELD_CHARS)
                .build(fields, text)
                .iterator();
        this.header = new CsvHeader(file, readHeader());
        this.headerLine = line;
    }

    /** Opens the file and reads its header. */
    public static CsvTable open(InputFile file, long maxBytes, Privacy privacy) {
        file.checkSize(maxBytes);
        TextReader text = new TextReader(file.open(), file.name(), TextReader.Encodings.UTF_8);
        return closing(text, () -> new CsvTable(file.name(), privacy, text, text, ','));
    }

    /**
     * Opens a table of any eye tracker, and reads its header: UTF-8 or UTF-16, with commas, semicolons or tabs.
     *
     * @param delimiter what stands between the fields, if it is known; else the header tells
     */
    public static CsvTable openAny(InputFile file, long maxBytes, Optional<Character> delimiter) {
        file.checkSize(maxBytes);
        TextReader text = new TextReader(file.open(), file.name(), TextReader.Encodings.UTF_8_OR_MARKED_16);
        return closing(text, () -> {
            try {
                TableStart start = new TableStart(text);
                if (start.isOpenMetadata()) {
                    throw new Problem(ProblemType.BAD_ROW, new Location.Line(file.name(), 1), null,
                            "a line \"#DATA\" after the line \"#METADATA\", and a header line behind it").asException();
                }
                return new CsvTable(file.name(), Privacy.PLAIN, start, text, delimiter.orElse(start.delimiter()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static CsvTable closing(TextReader text, Supplier<CsvTable> open) {
        try {
            return open.get();
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
        line = fields.line();
        if (names.size() == 1 && (names.get(0).contains(";") || names.get(0).contains("\t"))) {
            throw noCommas(privacy.quotable(names.get(0)));
        }
        return names;
    }

    private ProblemException noCommas(@Nullable String actual) {
        return new Problem(ProblemType.BAD_ROW, new Location.Line(file, line), actual, "commas between the fields").asException();
    }

    /** Refuses another form than UTF-8 with commas. */
    public void checkPlain() {
        if (decoded.isWide()) {
            throw new Problem(ProblemType.BAD_TEXT, new Location.Line(file, 1), "UTF-16", TextReader.UTF_8).asException();
        }
        if (delimiter != ',') {
            throw noCommas(privacy.quotable(String.join(String.valueOf(delimiter), header.all())));
        }
    }

    /**
     * Reads only these columns from now on, as of a table that may hold personal data in others and in names: no other is kept, and errors
     * quote numbers only. A row may end in one more separator than it needs, or the header may.
     */
    public void keepOnly(Collection<Column> columns) {
        boolean[] skipped = new boolean[header.all().size()];
        Arrays.fill(skipped, true);
        columns.forEach(column -> skipped[column.index()] = false);
        fields.skip(skipped);
        privacy = Privacy.NAMES_PEOPLE;
        trailing = true;
    }

    /** What stands between the fields. */
    public char delimiter() {
        return delimiter;
    }

    /** The line of the header, counted from 1. */
    public Location.Line headerLine() {
        return new Location.Line(file, headerLine);
    }

    /** The names of the columns in their order; of an empty last one, which a separator at the end makes, none. */
    public List<String> names() {
        return header.names();
    }

    public boolean has(String name) {
        return header.has(name);
    }

    /** The names of the columns, as in the file. */
    public String header() {
        return header.text();
    }

    /** The column of this name, which must occur once. */
    public Column column(String name) {
        return new Column(header.index(name, privacy), name);
    }

    /** Passes every row to {@code sink}, in the order of the file. */
    public void forEach(Consumer<CsvRow> sink) {
        forEach(Long.MAX_VALUE, sink);
    }

    /** Passes the first rows to {@code sink}, {@code most} at most, and returns their number. */
    public long forEach(long most, Consumer<CsvRow> sink) {
        CsvRow row = new CsvRow(file, privacy, fields);
        long passed = 0;
        for (; passed < most && guarded(rows::hasNext); passed++) {
            next();
            sink.accept(row);
        }
        return passed;
    }

    /** Passes rows to {@code sink}, in the order of the file, as long as it asks for more. */
    public void whileTrue(Predicate<CsvRow> sink) {
        CsvRow row = new CsvRow(file, privacy, fields);
        do {
            if (!guarded(rows::hasNext)) {
                return;
            }
            next();
        } while (sink.test(row));
    }

    private void next() {
        guarded(rows::next);
        line = fields.line();
        if (fields.count() != header.all().size() && !(trailing && differsByATrailingSeparator())) {
            throw wrongLength();
        }
    }

    private boolean differsByATrailingSeparator() {
        int more = fields.count() - header.all().size();
        return (more == 1 && fields.isEmpty(fields.count() - 1)) || (more == -1 && header.all().getLast().isBlank());
    }

    private ProblemException wrongLength() {
        String hint = fields.count() > header.all().size() ? " (a number takes a point, not a comma; a text with a comma, quotes)" : "";
        String actual = fields.count() == 1 ? "1 field" : fields.count() + " fields";
        return new Problem(ProblemType.BAD_ROW, new Location.Line(file, line), actual,
                header.all().size() + " fields as in the header" + hint).asException();
    }

    /** Runs a step of the parser, and converts its exceptions to problems of the file or failures of the store. */
    private <T> T guarded(Supplier<T> step) {
        try {
            return step.get();
        } catch (CsvParseException | UncheckedIOException e) {
            throw fields.converted(e, line);
        }
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
