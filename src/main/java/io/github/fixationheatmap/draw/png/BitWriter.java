package io.github.fixationheatmap.draw.png;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bits into bytes, lowest first, as deflate packs them. Hot loops take its fields into locals and put them back. */
final class BitWriter {
    final byte[] out;
    int at;
    long bits;
    int count;
    private final ByteBuffer buffer;

    /** Writes from {@code at} on; what is not a whole byte yet waits in {@code bits}. */
    BitWriter(byte[] out, int at) {
        this.out = out;
        this.at = at;
        this.buffer = ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The low {@code width} bits of a value, at most 32 of them. Touches up to eight bytes beyond. */
    void put(int value, int width) {
        bits |= (value & ((1L << width) - 1)) << count;
        count += width;
        buffer.putLong(at, bits);
        at += count >>> 3;
        bits >>>= count & 0x38;
        count &= 7;
    }

    /** A code out of {@link HuffmanCode#table()}. */
    void literal(int entry) {
        put(entry >>> 6, entry & 63);
    }

    /** Fills up the byte with zeros. */
    void align() {
        put(0, -count & 7);
    }
}
