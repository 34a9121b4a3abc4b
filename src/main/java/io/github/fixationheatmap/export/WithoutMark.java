package io.github.fixationheatmap.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** A stream without the UTF-8 byte order mark that it may begin with. */
final class WithoutMark extends PushbackInputStream {

    private static final int[] MARK = {0xEF, 0xBB, 0xBF};

    private boolean begun;

    WithoutMark(InputStream in) {
        super(in, MARK.length);
    }

    @Override
    public int read() throws IOException {
        begin();
        return super.read();
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        begin();
        return super.read(to, offset, length);
    }

    private void begin() throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        byte[] first = in.readNBytes(MARK.length);
        boolean marked = first.length == MARK.length;
        for (int i = 0; i < first.length; i++) {
            marked &= (first[i] & 0xFF) == MARK[i];
        }
        if (!marked) {
            unread(first);
        }
    }
}
