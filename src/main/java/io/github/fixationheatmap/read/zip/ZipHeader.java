package io.github.fixationheatmap.read.zip;

import static io.github.fixationheatmap.read.zip.ZipDirectory.bad;
import static io.github.fixationheatmap.read.zip.ZipDirectory.u16;
import static io.github.fixationheatmap.read.zip.ZipDirectory.u32;

import io.github.fixationheatmap.model.Names;
import io.github.fixationheatmap.store.StoredObject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The header of an entry in the directory of a zip file.
 *
 * @param name the path of the entry, with slashes
 * @param flags the general purpose bits
 * @param method the compression method: 0 stored, 8 deflated
 * @param crc the CRC-32 of the unpacked bytes
 * @param packed the length in the zip, in bytes
 * @param unpacked the unpacked length that the zip states, in bytes
 * @param offset the position of the local header in the file
 * @param nameBytes the length of the stored name, in bytes
 */
public record ZipHeader(String name, int flags, int method, int crc, long packed, long unpacked, long offset, int nameBytes) {

    static final int LOCAL_BYTES = 30;

    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_BYTES = 46;
    private static final int ENCRYPTED = 1;
    private static final int UTF8 = 1 << 11;
    private static final int ZIP64_EXTRA = 1;
    private static final long IN_EXTRA = 0xFFFFFFFFL;

    /** Reads the header at the position of the buffer, and moves the position to its end. */
    static ZipHeader read(ByteBuffer in, long shift, StoredObject zip) {
        int at = in.position();
        if (in.remaining() < CENTRAL_BYTES || in.getInt(at) != CENTRAL) {
            throw bad(zip, "no entry where the directory should have one", "a whole directory");
        }
        int name = u16(in, at + 28);
        int extra = u16(in, at + 30);
        int whole = CENTRAL_BYTES + name + extra + u16(in, at + 32);
        if (in.remaining() < whole) {
            throw bad(zip, "an entry longer than the directory", "a whole directory");
        }
        in.position(at + whole);
        int flags = u16(in, at + 8);
        long[] sizes = {u32(in, at + 24), u32(in, at + 20), u32(in, at + 42)};
        readZip64(in.slice(at + CENTRAL_BYTES + name, extra).order(ByteOrder.LITTLE_ENDIAN), sizes);
        if (sizes[0] < 0 || sizes[1] < 0 || sizes[2] < 0 || sizes[2] > zip.size() || sizes[1] > zip.size()) {
            throw bad(zip, "an entry of impossible size or place", "entries that lie inside the file");
        }
        byte[] bytes = new byte[name];
        in.get(at + CENTRAL_BYTES, bytes);
        String path = new String(bytes, (flags & UTF8) != 0 || isUtf8(bytes) ? StandardCharsets.UTF_8 : cp437()).replace('\\', '/');
        return new ZipHeader(path, flags, u16(in, at + 10), in.getInt(at + 16), sizes[1], sizes[0], sizes[2] + shift, name);
    }

    /** Reads sizes that need more than 32 bits from the zip64 extra field. It has only those, in the order unpacked, packed, offset. */
    private static void readZip64(ByteBuffer extra, long[] sizes) {
        for (int at = 0; at + 4 <= extra.limit(); at += 4 + u16(extra, at + 2)) {
            if (u16(extra, at) == ZIP64_EXTRA) {
                int end = Math.min(extra.limit(), at + 4 + u16(extra, at + 2));
                int field = at + 4;
                for (int i = 0; i < sizes.length; i++) {
                    if (sizes[i] == IN_EXTRA && field + 8 <= end) {
                        sizes[i] = extra.getLong(field);
                        field += 8;
                    }
                }
                return;
            }
        }
    }

    /** Whether another header is at the position of the buffer. */
    static boolean isNext(ByteBuffer in) {
        return in.remaining() >= Integer.BYTES && in.getInt(in.position()) == CENTRAL;
    }

    /** macOS writes names in UTF-8 without the flag. A name in CP437 is rarely valid UTF-8, unless it is ASCII. */
    private static boolean isUtf8(byte... name) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The charset of names that are not UTF-8. */
    private static Charset cp437() {
        return Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;
    }

    /** The lowest possible end of the entry in the file. */
    long end() {
        return offset + LOCAL_BYTES + nameBytes + packed;
    }

    /** Refuses an entry that cannot be unpacked, or whose path is not safe as a path of results. */
    void check(StoredObject zip) {
        if ((flags & ENCRYPTED) != 0) {
            throw bad(zip, name + " is encrypted", "entries without a password");
        }
        if (method != 0 && method != 8) {
            throw bad(zip, name + " is packed by method " + method, "method 0 (stored) or 8 (deflated)");
        }
        if (method == 0 && packed != unpacked) {
            throw bad(zip, name + " is stored in " + packed + " bytes but has " + unpacked, "the same size twice");
        }
        for (String segment : name.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw bad(zip, name, "a plain relative path");
            }
            Names.brokenRule(segment).ifPresent(rule -> {
                throw bad(zip, name, "a plain relative path, each name in it " + rule);
            });
        }
    }
}
