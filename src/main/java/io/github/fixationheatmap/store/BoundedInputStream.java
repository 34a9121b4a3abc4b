package io.github.fixationheatmap.store;

import java.io.IOException;
import java.io.InputStream;

/** So many bytes of a store's answer. An answer that ends early is a transient failure of the store, not a damaged file. */
public final class BoundedInputStream extends InputStream {

    private final InputStream in;
    private long left;

    /** The first {@code length} bytes of a stream, which is closed with this one. */
    public BoundedInputStream(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int n = in.read(to, offset, (int) Math.min(length, left));
        if (n < 0) {
            throw new IOException("the store's answer ended " + left + " bytes too early");
        }
        left -= n;
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
