package io.github.fixationheatmap.read.csv;

import io.github.fixationheatmap.read.Limits;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Reads a table, and finds out by its header what stands between its fields. Lines from {@code #METADATA} to {@code #DATA}, which iMotions
 * writes before the header, become empty lines.
 */
final class TableStart extends Reader {

    private static final int BLOCK = 1 << 13;
    private static final char[] DELIMITERS = {',', ';', '\t'};
    private static final String METADATA = "#METADATA";
    private static final String DATA = "#DATA";

    private final Reader rest;
    private char[] start = {};
    private int from;
    private int to;
    private boolean ended;
    private final char delimiter;

    /**
     * Reads up to the end of the header.
     *
     * @param rest the text of the file, closed by this reader
     */
    TableStart(Reader rest) throws IOException {
        this.rest = rest;
        int header = 0;
        boolean metadata = false;
        while (true) {
            int end = lineEnd(header);
            String line = new String(start, header, end - header);
            boolean skipped = metadata || line.startsWith(METADATA);
            if (end == to || (!line.isBlank() && !skipped)) {
                this.delimiter = delimiter(line);
                return;
            }
            metadata = skipped && !line.startsWith(DATA);
            if (skipped) {
                end -= cut(header, end);
            }
            header = end + 1;
        }
    }

    /** The separator between the fields: that which gives the header the most cells. */
    char delimiter() {
        return delimiter;
    }

    /** The index of the first line end at {@code at} or behind it; of the end of what is held where there is none. */
    private int lineEnd(int at) throws IOException {
        int end = at;
        while (true) {
            while (end < to && start[end] != '\n' && start[end] != '\r') {
                end++;
            }
            if (end < to || ended || to > Limits.MAX_ROW_CHARS) {
                return end;
            }
            start = Arrays.copyOf(start, Math.max(2 * to, to + BLOCK));
            int n = rest.read(start, to, start.length - to);
            ended = n < 0;
            to += Math.max(n, 0);
        }
    }

    /** Takes a line out, but not its end. Returns its length. */
    private int cut(int line, int end) {
        System.arraycopy(start, end, start, line, to - end);
        to -= end - line;
        return end - line;
    }

    private static char delimiter(String header) {
        char best = DELIMITERS[0];
        int most = 0;
        for (char each : DELIMITERS) {
            int count = 0;
            boolean quoted = false;
            for (int i = 0; i < header.length(); i++) {
                quoted ^= header.charAt(i) == '"';
                count += !quoted && header.charAt(i) == each ? 1 : 0;
            }
            if (count > most) {
                best = each;
                most = count;
            }
        }
        return best;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (from == to) {
            return rest.read(target, offset, length);
        }
        int n = Math.min(length, to - from);
        System.arraycopy(start, from, target, offset, n);
        from += n;
        return n;
    }

    @Override
    public void close() throws IOException {
        rest.close();
    }
}
