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
 * Reads a text file in UTF-8 or, where that is allowed and a byte order mark says so, UTF-16. The mark is no part of the text. Other bytes
 * are refused with their line number, after all text before them was returned. Lines end with LF, CRLF or CR.
 */
final class TextReader extends Reader {

    /** The encodings that a file may have. */
    enum Encodings { UTF_8, UTF_8_OR_MARKED_16 }

    static final String UTF_8 = "text in UTF-8";

    private static final int BYTES = 1 << 16;
    private static final int[] MARK = {0xEF, 0xBB, 0xBF};
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long SIGNS = 0x8080808080808080L;

    private final InputStream in;
    private final String file;
    private final Encodings allowed;
    private CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private boolean wide;
    private final ByteBuffer bytes = ByteBuffer.allocate(BYTES).limit(0);
    private final char[] text = new char[BYTES];
    private int from;
    private int to;
    private boolean started;
    private boolean ended;
    private long line = 1;
    private boolean afterReturn;

    /**
     * Reads a file.
     *
     * @param in the bytes, closed by this reader
     * @param file the name, for errors
     * @param allowed the encodings that it may have
     */
    TextReader(InputStream in, String file, Encodings allowed) {
        this.in = in;
        this.file = file;
        this.allowed = allowed;
    }

    /** Whether the file is in UTF-16. It is known once a character was read. */
    boolean isWide() {
        return wide;
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

    /** Decodes at least one character. Returns false at the end of the text. */
    private boolean decode() throws IOException {
        if (!started) {
            start();
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
                throw bad(String.format("the byte 0x%02X", bytes.get(bytes.position())), wide ? "text in UTF-16" : UTF_8);
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

    /** Skips the byte order mark. UTF-16 is recognised by its mark; without one it has a zero beside the first letter, and is refused. */
    private void start() throws IOException {
        started = true;
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
            boolean mark = first + second == 0xFE + 0xFF && Math.max(first, second) == 0xFF;
            if (mark && allowed == Encodings.UTF_8_OR_MARKED_16) {
                decoder = (first == 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE).newDecoder();
                wide = true;
                bytes.position(2);
            } else if (mark || (first == 0) != (second == 0)) {
                throw bad("UTF-16", allowed == Encodings.UTF_8 ? UTF_8 : UTF_8 + ", or in UTF-16 with a byte order mark");
            }
        }
    }

    private int at(int index) {
        return bytes.get(index) & 0xFF;
    }

    /** Counts the lines of the last decoded text, whose bytes start at {@code begin}. Without a CR eight bytes are counted at a time. */
    private void countLines(int begin) {
        if (!wide && !afterReturn && count(bytes.array(), begin, bytes.position(), '\r') == 0) {
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
            // A matching byte becomes 0. Only for 0 does adding 127 leave the sign bit unset.
            long word = (long) LONG.get(bytes, at) ^ wanted * ONES;
            count += Long.bitCount(~(((word & ~SIGNS) + ~SIGNS) | word) & SIGNS);
        }
        for (; at < to; at++) {
            count += bytes[at] == wanted ? 1 : 0;
        }
        return count;
    }

    private ProblemException bad(String actual, String expected) {
        return new Problem(ProblemType.BAD_TEXT, new Location.Line(file, line), actual, expected).asException();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
