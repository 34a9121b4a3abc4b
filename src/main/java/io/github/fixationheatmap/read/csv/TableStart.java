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
    /** The end of the text that stays, and the beginning of the line that is looked at. */
    private int kept;
    private int line;
    private final char delimiter;
    private final boolean openMetadata;

    /**
     * Reads up to the end of the header.
     *
     * @param rest the text of the file, closed by this reader
     */
    TableStart(Reader rest) throws IOException {
        this.rest = rest;
        boolean metadata = false;
        while (true) {
            int end = lineEnd();
            String text = new String(start, line, end - line);
            boolean skipped = metadata || text.startsWith(METADATA);
            if (end == to || (!text.isBlank() && !skipped)) {
                this.delimiter = delimiter(text);
                this.openMetadata = metadata;
                closeGap(line);
                return;
            }
            metadata = skipped && !text.startsWith(DATA);
            int first = skipped ? end : line;
            System.arraycopy(start, first, start, kept, end + 1 - first);
            kept += end + 1 - first;
            line = end + 1;
        }
    }

    /** Whether the file ended between {@code #METADATA} and {@code #DATA}. */
    boolean isOpenMetadata() {
        return openMetadata;
    }

    /** The separator between the fields: that which gives the header the most cells. */
    char delimiter() {
        return delimiter;
    }

    /** The index of the end of the line; of the end of what is held where there is none. */
    private int lineEnd() throws IOException {
        int end = line;
        while (true) {
            while (end < to && start[end] != '\n' && start[end] != '\r') {
                end++;
            }
            if (end < to || ended || to > Limits.MAX_ROW_CHARS) {
                return end;
            }
            end -= closeGap(line);
            start = Arrays.copyOf(start, Math.max(2 * to, to + BLOCK));
            int n = rest.read(start, to, start.length - to);
            ended = n < 0;
            to += Math.max(n, 0);
        }
    }

    /** Closes the gap before this line, which skipped lines have left. Returns its length. */
    private int closeGap(int at) {
        int gap = at - kept;
        System.arraycopy(start, at, start, kept, to - at);
        to -= gap;
        line = kept;
        return gap;
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
