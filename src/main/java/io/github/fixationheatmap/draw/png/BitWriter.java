package io.github.fixationheatmap.draw.png;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Packs bits into bytes, lowest bit first, as deflate requires. Hot loops copy its fields to local variables and write them back. */
final class BitWriter {
    final byte[] out;
    int at;
    long bits;
    int count;
    private final ByteBuffer buffer;

    /** Writes from index {@code at} on. {@code bits} holds the bits of an incomplete byte. */
    BitWriter(byte[] out, int at) {
        this.out = out;
        this.at = at;
        this.buffer = ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Writes the low {@code width} bits of a value, at most 32. May overwrite up to eight bytes after them. */
    void put(int value, int width) {
        bits |= (value & ((1L << width) - 1)) << count;
        count += width;
        buffer.putLong(at, bits);
        at += count >>> 3;
        bits >>>= count & 0x38;
        count &= 7;
    }

    /** Writes a code from {@link HuffmanCode#table()}. */
    void literal(int entry) {
        put(entry >>> 6, entry & 63);
    }

    /** Pads the current byte with zeros. */
    void align() {
        put(0, -count & 7);
    }
}
