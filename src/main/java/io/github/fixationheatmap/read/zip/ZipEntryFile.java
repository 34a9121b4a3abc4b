package io.github.fixationheatmap.read.zip;

import static io.github.fixationheatmap.read.zip.ZipDirectory.bad;
import static io.github.fixationheatmap.read.zip.ZipDirectory.u16;

import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.store.BoundedInputStream;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.StoredObject;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a zip file, read by ranged requests.
 *
 * @param store the store of the zip
 * @param object the zip
 * @param header the header of the entry
 * @param limit the start of the next entry or of the directory: no byte beyond it is read
 */
public record ZipEntryFile(ObjectStore store, StoredObject object, ZipHeader header, long limit) implements InputFile {

    private static final int LOCAL = 0x04034b50;

    @Override
    public String name() {
        return object.name() + "/" + header.name();
    }

    @Override
    public @Nullable String entry() {
        return header.name();
    }

    @Override
    public long size() {
        return header.unpacked();
    }

    @Override
    public InputStream open() {
        long maxBytes = ZipHeader.LOCAL_BYTES + 2L * 0xFFFF + header.packed();
        InputStream in = store.open(object, header.offset(), Math.min(limit - header.offset(), maxBytes));
        try {
            skipLocalHeader(in);
            return new ZipEntryStream(in, header, object);
        } catch (IOException | RuntimeException e) {
            throw close(in, e);
        }
    }

    private static RuntimeException close(InputStream in, Exception failure) {
        RuntimeException thrown = failure instanceof IOException e ? new UncheckedIOException(e) : (RuntimeException) failure;
        try (in) {
            return thrown;
        } catch (IOException onClose) {
            thrown.addSuppressed(onClose);
            return thrown;
        }
    }

    /** Skips the local header, whose extra field may differ in length from the one in the directory. */
    private void skipLocalHeader(InputStream in) throws IOException {
        ByteBuffer local = ByteBuffer.wrap(in.readNBytes(ZipHeader.LOCAL_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        if (local.limit() < ZipHeader.LOCAL_BYTES) {
            throw new IOException("the store's answer ended in the header of an entry");
        }
        int rest = u16(local, 26) + u16(local, 28);
        if (local.getInt(0) != LOCAL || header.offset() + ZipHeader.LOCAL_BYTES + rest + header.packed() > limit) {
            throw bad(object, "no whole entry where the directory puts " + header.name(), "a whole zip file");
        }
        in.skipNBytes(rest);
    }

    /** The unpacked bytes of an entry: at most as many as the directory states. Length and CRC-32 are checked at the end. */
    private static final class ZipEntryStream extends InputStream {

        private final ZipHeader header;
        private final StoredObject zip;
        private final Inflater inflater = new Inflater(true);
        private final InputStream in;
        private final CRC32 crc = new CRC32();
        private long left;

        ZipEntryStream(InputStream stored, ZipHeader header, StoredObject zip) {
            this.header = header;
            this.zip = zip;
            this.left = header.unpacked();
            InputStream packed = new BoundedInputStream(stored, header.packed());
            this.in = header.method() == 0 ? packed : new InflaterInputStream(packed, inflater, 1 << 16);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int n = unpack(to, offset, length);
            if (n < 0) {
                checkEnd();
                return -1;
            }
            if (n > left) {
                throw bad(zip, header.name() + " unpacks to more than " + header.unpacked() + " bytes",
                        "the length that its directory states");
            }
            left -= n;
            crc.update(to, offset, n);
            return n;
        }

        private int unpack(byte[] to, int offset, int length) throws IOException {
            try {
                return in.read(to, offset, length);
            } catch (ZipException | EOFException damaged) {
                throw bad(zip, header.name() + " does not unpack", "undamaged bytes");
            }
        }

        private void checkEnd() {
            if (left != 0) {
                throw bad(zip, header.name() + " unpacks to " + (header.unpacked() - left) + " bytes", header.unpacked() + " bytes");
            }
            if ((int) crc.getValue() != header.crc()) {
                throw bad(zip, header.name() + " has another CRC-32 than its directory states", "undamaged bytes");
            }
        }

        @Override
        public void close() throws IOException {
            inflater.end();
            in.close();
        }
    }
}
