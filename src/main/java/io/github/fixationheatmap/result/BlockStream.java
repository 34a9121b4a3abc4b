package io.github.fixationheatmap.result;

import java.io.InputStream;
import java.util.Iterator;
import java.util.Objects;

/** The bytes of blocks, one after the other, each block taken when it is needed. */
final class BlockStream extends InputStream {

    private final Iterator<byte[]> blocks;
    private byte[] block = {};
    private int used;

    BlockStream(Iterator<byte[]> blocks) {
        this.blocks = blocks;
    }

    @Override
    public int read() {
        return fill() ? block[used++] & 0xFF : -1;
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
        int taken = Math.min(count, block.length - used);
        System.arraycopy(block, used, into, offset, taken);
        used += taken;
        return taken;
    }

    private boolean fill() {
        while (used == block.length) {
            if (!blocks.hasNext()) {
                return false;
            }
            block = blocks.next();
            used = 0;
        }
        return true;
    }
}
