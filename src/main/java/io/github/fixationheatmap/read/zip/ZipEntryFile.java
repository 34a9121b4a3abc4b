package io.github.fixationheatmap.read.zip;

import static io.github.fixationheatmap.read.zip.ZipDirectory.bad;
import static io.github.fixationheatmap.read.zip.ZipDirectory.u16;

import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
}
