package io.github.fixationheatmap.study;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.result.format.CsvFile;
import io.github.fixationheatmap.result.output.Output;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.StoredObject;
import io.github.fixationheatmap.store.Tasks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A table of all drops of a study. Batches make it of the tables of their drops, and the last step of those of the batches. Rows are
 * streamed: of any number of them, some megabytes are in memory. Small tables are read ahead, because reading mostly waits for the store.
 *
 * @param columns the columns: {@value #DROP} and those of the longest table
 * @param sources the tables, in their order
 */
record StudyTable(List<String> columns, List<Source> sources) {

    /** The column with the name of an export below the study. */
    static final String DROP = "drop";

    private static final int ROWS_PER_CHECK = 1_000;

    /** The sources that are read ahead, and the most bytes of one that is. */
    private static final int AHEAD = 10;
    private static final long MAX_BYTES_AHEAD = 1 << 20;

    StudyTable {
        columns = List.copyOf(columns);
        sources = List.copyOf(sources);
    }

    /**
     * A table with a header. Its columns are the first ones of the whole table; cells of others are left empty.
     *
     * @param drop what its rows are of; empty if they say so themselves, in their first column
     * @param file the table, in a state that is read or else fails
     */
    record Source(Optional<String> drop, StoredObject file) {}

    /**
     * Writes the table, over any that was there.
     *
     * @throws TimeCheck.OutOfTimeException if there is too little time; nothing is written then
     */
    void write(StudyStore store, String key, TimeCheck time) {
        try (Rows rows = new Rows(store.store(), columns, sources.iterator(), time)) {
            store.streams().put(store.results(), key, Output.CSV, CsvFile.stream(rows));
        }
    }

    /** A source whose bytes are on their way, or are opened when its rows are due. */
    private record Due(Source source, Supplier<InputStream> bytes) {}

    /** The header, and the rows of one source after the other. A large source is open while its rows are read. */
    private static final class Rows implements Iterator<List<String>>, AutoCloseable {

        private final ObjectStore store;
        private final int width;
        private final Iterator<Source> sources;
        private final TimeCheck time;
        private final Tasks tasks = new Tasks();
        private final Queue<Due> due = new ArrayDeque<>();
        private @Nullable CsvReader<CsvRecord> open;
        private Iterator<List<String>> current;
        private long given;

        Rows(ObjectStore store, List<String> columns, Iterator<Source> sources, TimeCheck time) {
            this.store = store;
            this.width = columns.size();
            this.sources = sources;
            this.time = time;
            this.current = List.of(columns).iterator();
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && (sources.hasNext() || !due.isEmpty())) {
                closeSource();
                time.check();
                while (due.size() < AHEAD && sources.hasNext()) {
                    due.add(due(sources.next()));
                }
                current = rows(due.remove());
            }
            return current.hasNext();
        }

        @Override
        public List<String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (++given % ROWS_PER_CHECK == 0) {
                time.check();
            }
            return current.next();
        }

        private Due due(Source source) {
            if (source.file().size() > MAX_BYTES_AHEAD) {
                return new Due(source, () -> store.open(source.file()));
            }
            CompletableFuture<byte[]> read = tasks.submit(() -> read(source.file()));
            return new Due(source, () -> new ByteArrayInputStream(Tasks.await(read)));
        }

        private byte[] read(StoredObject file) {
            try (InputStream in = store.open(file)) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Iterator<List<String>> rows(Due next) {
            open = CsvReader.builder().ofCsvRecord(next.bytes().get(), StandardCharsets.UTF_8);
            return open.stream().skip(1).map(record -> row(next.source(), record.getFields())).iterator();
        }

        private List<String> row(Source source, List<String> fields) {
            List<String> row = new ArrayList<>(width);
            source.drop().ifPresent(row::add);
            row.addAll(fields);
            row.addAll(Collections.nCopies(width - row.size(), ""));
            return row;
        }

        @Override
        public void close() {
            try (tasks) {
                closeSource();
            }
        }

        private void closeSource() {
            if (open != null) {
                try {
                    open.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                open = null;
            }
        }
    }
}
