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

/** An entry of a zip file, read by ranged requests that end where the next entry begins. */
public record ZipEntryFile(ObjectStore store, StoredObject object, ZipHeader header, long next) implements InputFile {

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
        long most = ZipHeader.LOCAL_BYTES + 2L * 0xFFFF + header.packed();
        InputStream in = store.open(object, header.offset(), Math.min(next - header.offset(), most));
        try {
            skipLocalHeader(in);
            return new ZipEntryStream(in, header, object);
        } catch (IOException | RuntimeException e) {
            throw closing(in, e);
        }
    }

    private static RuntimeException closing(InputStream in, Exception failure) {
        RuntimeException thrown = failure instanceof IOException e ? new UncheckedIOException(e) : (RuntimeException) failure;
        try (in) {
            return thrown;
        } catch (IOException onClose) {
            thrown.addSuppressed(onClose);
            return thrown;
        }
    }

    /** The local header's extra field need not be as long as the directory's: only the local one says where the bytes begin. */
    private void skipLocalHeader(InputStream in) throws IOException {
        ByteBuffer local = ByteBuffer.wrap(in.readNBytes(ZipHeader.LOCAL_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        if (local.limit() < ZipHeader.LOCAL_BYTES) {
            throw new IOException("the store's answer ended in the header of " + name());
        }
        int rest = u16(local, 26) + u16(local, 28);
        if (local.getInt(0) != LOCAL || header.offset() + ZipHeader.LOCAL_BYTES + rest + header.packed() > next) {
            throw bad(object, "no whole entry where the directory puts " + header.name(), "a whole zip file");
        }
        in.skipNBytes(rest);
    }
}
