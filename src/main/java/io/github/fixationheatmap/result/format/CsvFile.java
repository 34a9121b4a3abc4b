package io.github.fixationheatmap.result.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV: UTF-8 without a byte order mark, LF, quotes only where they are needed. A small table is held as
 * text. The text of a large one is made again each time it is read, because it would take several times the memory of its values.
 */
public final class CsvFile {

    /** The content type of CSV. */
    public static final String CONTENT_TYPE = "text/csv; charset=utf-8";

    /** Rows converted to text at a time. */
    private static final int BLOCK_ROWS = 1_000;

    /** The maximum number of bytes held. */
    private static final long MAX_HELD = 8 << 20;

    /** The writer quotes a first field that begins with the comment character, so this code point is never a character (Unicode, 23.7). */
    private static final char NO_COMMENT = '\uFFFF';

    private final Iterable<List<String>> rows;
    private final long length;
    private final @Nullable List<byte[]> held;

    private CsvFile(Iterable<List<String>> rows, long length, @Nullable List<byte[]> held) {
        this.rows = rows;
        this.length = length;
        this.held = held;
    }

    /** The text of these rows, which must be the same in each iteration. */
    public static CsvFile of(Iterable<List<String>> rows) {
        long length = 0;
        List<byte[]> held = new ArrayList<>();
        for (Iterator<byte[]> blocks = blocks(rows.iterator()); blocks.hasNext();) {
            byte[] block = blocks.next();
            length += block.length;
            if (length <= MAX_HELD) {
                held.add(block);
            }
        }
        return new CsvFile(rows, length, length <= MAX_HELD ? held : null);
    }

    /** An upper bound of a field's bytes without the quotes around it: in UTF-8, with each quote doubled. */
    public static long maxBytes(String field) {
        long bytes = 0;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            bytes += c == '"' ? 2 : c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }

    private static Iterator<byte[]> blocks(Iterator<List<String>> each) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public byte[] next() {
                StringWriter text = new StringWriter();
                CsvWriter writer = CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.LF).commentCharacter(NO_COMMENT).bufferSize(0).build(text);
                for (int i = 0; i < BLOCK_ROWS && each.hasNext(); i++) {
                    writer.writeRecord(each.next());
                }
                return text.toString().getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    /** Its length in bytes. */
    public long length() {
        return length;
    }

    /** The table as a file of results. */
    public ResultFile file(String key) {
        return new ResultFile(key, CONTENT_TYPE, new PutBody(length, this::open));
    }

    /** Its bytes. */
    public InputStream open() {
        return new BlockStream(held == null ? blocks(rows.iterator()) : held.iterator());
    }

    /** The text of rows of unknown number. Each is asked for once, when it is needed. */
    public static InputStream stream(Iterator<List<String>> rows) {
        return new BlockStream(blocks(rows));
    }

    /** The bytes of blocks, one after the other. Each block is made when it is needed. */
    private static final class BlockStream extends InputStream {

        private final Iterator<byte[]> blocks;
        private byte[] block = {};
        private int position;

        BlockStream(Iterator<byte[]> blocks) {
            this.blocks = blocks;
        }

        @Override
        public int read() {
            return fill() ? block[position++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int count) {
            Objects.checkFromIndexSize(offset, count, into.length);
            if (count == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int taken = Math.min(count, block.length - position);
            System.arraycopy(block, position, into, offset, taken);
            position += taken;
            return taken;
        }

        private boolean fill() {
            while (position == block.length) {
                if (!blocks.hasNext()) {
                    return false;
                }
                block = blocks.next();
                position = 0;
            }
            return true;
        }
    }

    /**
     * A header, and after it the rows of one label after the other. The rows of a label are made when they are needed. The time is looked
     * at for each label, and for each block of rows.
     */
    public record LabelRows(List<String> header, int labels, IntFunction<Iterator<List<String>>> rowsOfLabel, TimeCheck time)
            implements Iterable<List<String>> {

        @Override
        public Iterator<List<String>> iterator() {
            return new Iterator<>() {
                private Iterator<List<String>> rows = List.of(header).iterator();
                private int label;
                private int given;

                @Override
                public boolean hasNext() {
                    while (!rows.hasNext() && label < labels) {
                        time.check();
                        rows = rowsOfLabel.apply(label++);
                    }
                    return rows.hasNext();
                }

                @Override
                public List<String> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    if (++given % BLOCK_ROWS == 0) {
                        time.check();
                    }
                    return rows.next();
                }
            };
        }
    }
}
