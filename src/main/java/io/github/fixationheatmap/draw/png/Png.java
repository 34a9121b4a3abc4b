package io.github.fixationheatmap.draw.png;

import io.github.fixationheatmap.model.Digests;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A PNG file in memory, as a list of parts: they are never copied into one array. */
public final class Png {
    private final List<ByteBuffer> parts;
    private final long length;
    private final String sha256;

    /** A file of the remaining bytes of array-backed buffers. */
    Png(List<ByteBuffer> parts, String sha256) {
        this.parts = List.copyOf(parts);
        this.sha256 = sha256;
        this.length = parts.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    /** The file's length in bytes. */
    public long length() {
        return length;
    }

    /** The SHA-256 of the file, as hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** A new stream of the whole file. */
    public InputStream open() {
        return new SequenceInputStream(Collections.enumeration(parts.stream().map(Png::open).toList()));
    }

    private static InputStream open(ByteBuffer part) {
        return new ByteArrayInputStream(part.array(), part.arrayOffset() + part.position(), part.remaining());
    }

    /**
     * Assembles a PNG file from strips, which may be put in any order and by several threads. The file's SHA-256 is computed at the same
     * time, by the thread that puts the next missing strip: computing it at the end would leave all other processors idle.
     */
    public static final class Assembler {

        private final List<ByteBuffer> head;
        private final @Nullable Strip[] strips;
        private final MessageDigest digest = Digests.sha256();
        private int digested;
        private boolean digesting;

        /**
         * @param head the file's parts before its image data
         * @param count the number of strips
         */
        public Assembler(List<ByteBuffer> head, int count) {
            this.head = head;
            this.strips = new Strip[count];
            head.forEach(this::digest);
        }

        private void digest(ByteBuffer part) {
            digest.update(part.duplicate());
        }

        /** Puts a strip, and adds all strips that are next in order to the digest, unless another thread is doing so. */
        public void put(int number, Strip strip) {
            for (Strip next = store(number, strip); next != null; next = nextToDigest()) {
                digest(next.idat());
            }
        }

        private synchronized @Nullable Strip store(int number, Strip strip) {
            strips[number] = strip;
            return digesting ? null : nextToDigest();
        }

        private synchronized @Nullable Strip nextToDigest() {
            Strip next = digested < strips.length ? strips[digested] : null;
            digesting = next != null;
            digested += digesting ? 1 : 0;
            return next;
        }

        /** The file. All strips must have been put. */
        public synchronized Png finish() {
            if (digested < strips.length) {
                throw new IllegalStateException("only " + digested + " of " + strips.length + " strips");
            }
            List<ByteBuffer> idat = Strip.joined(Arrays.stream(strips).map(Assembler::present).toList());
            List<ByteBuffer> tail = List.of(idat.getLast(), Chunks.chunk("IEND"));
            tail.forEach(this::digest);
            List<ByteBuffer> parts = new ArrayList<>(head);
            parts.addAll(idat.subList(0, strips.length));
            parts.addAll(tail);
            return new Png(parts, HexFormat.of().formatHex(digest.digest()));
        }

        private static Strip present(@Nullable Strip strip) {
            if (strip == null) {
                throw new IllegalStateException("a strip is missing");
            }
            return strip;
        }
    }

    /** Writes PNG chunks: length, type, data, CRC-32 of type and data, all numbers big-endian (W3C PNG, third edition). */
    public static final class Chunks {
        /** The number of bytes before a chunk's data. */
        static final int HEADER = 8;
        /** The number of bytes of a chunk without its data. */
        static final int OVERHEAD = 12;

        private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

        private Chunks() {}

        /** Writes a chunk's header and CRC around the data, which must already be in the array, from {@link #HEADER} on. */
        static ByteBuffer close(String type, byte[] chunk, int dataLength) {
            ByteBuffer buffer = ByteBuffer.wrap(chunk);
            buffer.putInt(dataLength).put(type.getBytes(StandardCharsets.US_ASCII));
            CRC32 crc = new CRC32();
            crc.update(chunk, 4, 4 + dataLength);
            buffer.putInt(HEADER + dataLength, (int) crc.getValue());
            return ByteBuffer.wrap(chunk, 0, OVERHEAD + dataLength);
        }

        static ByteBuffer chunk(String type, byte... data) {
            byte[] chunk = new byte[OVERHEAD + data.length];
            System.arraycopy(data, 0, chunk, HEADER, data.length);
            return close(type, chunk, data.length);
        }

        /** The parts of an 8-bit RGB image before its image data. */
        public static List<ByteBuffer> rgb(int width, int height) {
            return List.of(signature(), imageHeader(width, height, 2));
        }

        /** The parts of an 8-bit palette image before its image data, with these colours (PLTE) and alphas (tRNS). */
        public static List<ByteBuffer> palette(int width, int height, byte[] colours, byte[] alphas) {
            return List.of(signature(), imageHeader(width, height, 3), chunk("PLTE", colours), chunk("tRNS", alphas));
        }

        private static ByteBuffer signature() {
            return ByteBuffer.wrap(SIGNATURE.clone());
        }

        private static ByteBuffer imageHeader(int width, int height, int colourType) {
            ByteBuffer data = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) colourType);
            return chunk("IHDR", data.array());
        }
    }
}
