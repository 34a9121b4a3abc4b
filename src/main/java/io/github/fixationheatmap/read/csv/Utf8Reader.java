package io.github.fixationheatmap.read.csv;

import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * The text of a UTF-8 file, without the byte order mark that it may begin with. Bytes that are no UTF-8 are refused by the line in which
 * they stand, once all the text before them was handed out. Lines end as in CSV files: LF, CRLF, or CR alone.
 */
final class Utf8Reader extends Reader {

    private static final int BYTES = 1 << 16;
    private static final int[] MARK = {0xEF, 0xBB, 0xBF};
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long SIGNS = 0x8080808080808080L;

    private final InputStream in;
    private final String file;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(BYTES).limit(0);
    private final char[] text = new char[BYTES];
    private int from;
    private int to;
    private boolean begun;
    private boolean ended;
    private long line = 1;
    private boolean afterReturn;

    /**
     * A reader of a file.
     *
     * @param in its bytes, which this reader closes
     * @param file its name, for problems
     */
    Utf8Reader(InputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (from == to && !decode()) {
            return -1;
        }
        int n = Math.min(length, to - from);
        System.arraycopy(text, from, target, offset, n);
        from += n;
        return n;
    }

    /** Decodes what there is, at least one character, or tells that the text is at its end. */
    private boolean decode() throws IOException {
        if (!begun) {
            begin();
        }
        CharBuffer out = CharBuffer.wrap(text);
        while (true) {
            int begin = bytes.position();
            CoderResult result = decoder.decode(bytes, out, ended);
            if (out.position() > 0) {
                from = 0;
                to = out.position();
                countLines(begin);
                return true;
            }
            if (result.isError()) {
                throw bad(String.format("the byte 0x%02X", bytes.get(bytes.position())));
            }
            if (ended) {
                return false;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = n < 0;
        bytes.position(bytes.position() + Math.max(n, 0)).flip();
    }

    /** UTF-16 would pass as UTF-8 of odd names: it is told by its mark, or by the zero beside its first letter. */
    private void begin() throws IOException {
        begun = true;
        while (!ended && bytes.remaining() < MARK.length) {
            fill();
        }
        boolean marked = bytes.remaining() >= MARK.length;
        for (int i = 0; marked && i < MARK.length; i++) {
            marked = at(i) == MARK[i];
        }
        if (marked) {
            bytes.position(MARK.length);
        } else if (bytes.remaining() > 1) {
            int first = at(0);
            int second = at(1);
            boolean utf16Mark = first + second == 0xFE + 0xFF && Math.max(first, second) == 0xFF;
            if (utf16Mark || (first == 0) != (second == 0)) {
                throw bad("UTF-16");
            }
        }
    }

    private int at(int index) {
        return bytes.get(index) & 0xFF;
    }

    /** Of what was decoded from {@code begin} on. Few files have a CR: without, it is enough to count, eight bytes at a time. */
    private void countLines(int begin) {
        if (!afterReturn && count(bytes.array(), begin, bytes.position(), '\r') == 0) {
            line += count(bytes.array(), begin, bytes.position(), '\n');
            return;
        }
        for (int i = 0; i < to; i++) {
            char c = text[i];
            if (c == '\r' || (c == '\n' && !afterReturn)) {
                line++;
            }
            afterReturn = c == '\r';
        }
    }

    private static int count(byte[] bytes, int from, int to, char wanted) {
        int count = 0;
        int at = from;
        for (; at <= to - 8; at += 8) {
            // A byte that is wanted becomes 0, and from 0 alone adding 127 makes no sign bit.
            long word = (long) LONG.get(bytes, at) ^ wanted * ONES;
            count += Long.bitCount(~(((word & ~SIGNS) + ~SIGNS) | word) & SIGNS);
        }
        for (; at < to; at++) {
            count += bytes[at] == wanted ? 1 : 0;
        }
        return count;
    }

    private ProblemException bad(String seen) {
        return new Problem(ProblemType.BAD_TEXT, new Location.Line(file, line), seen, "text in UTF-8").asException();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
