package io.github.fixationheatmap.read.image;

import java.nio.ByteBuffer;
import javax.imageio.stream.ImageInputStreamImpl;

/** Bytes in memory as ImageIO reads them: unlike its own streams it copies nothing. */
final class ByteArrayImageInputStream extends ImageInputStreamImpl {

    private final ByteBuffer bytes;

    ByteArrayImageInputStream(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < length() ? bytes.get((int) streamPos++) & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        int n = (int) Math.min(length, length() - streamPos);
        if (n <= 0) {
            return -1;
        }
        bytes.get((int) streamPos, target, offset, n);
        streamPos += n;
        return n;
    }

    @Override
    public long length() {
        return bytes.limit();
    }
}
