package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.store.StoredObject;
import io.github.fixationheatmap.store.Tasks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A file of a run. It may be fetched before it is read: the fetched bytes are handed out once; later reads fetch the file again. The time
 * is looked at for each block of bytes, so that no loop over what a file holds needs to do so.
 */
final class PrefetchedFile implements InputFile {

    private final InputFile file;
    private final AtomicReference<@Nullable CompletableFuture<byte[]>> bytes;
    private final TimeCheck time;

    /** A file with its bytes, or null if they are not fetched before. */
    PrefetchedFile(InputFile file, @Nullable CompletableFuture<byte[]> bytes, TimeCheck time) {
        this.file = file;
        this.bytes = new AtomicReference<>(bytes);
        this.time = time;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public StoredObject object() {
        return file.object();
    }

    @Override
    public @Nullable String entry() {
        return file.entry();
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public InputStream open() {
        CompletableFuture<byte[]> fetched = bytes.getAndSet(null);
        InputStream in = fetched == null ? file.open() : new ByteArrayInputStream(Tasks.await(fetched));
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                time.check();
                return super.read(target, offset, length);
            }
        };
    }

    @Override
    public byte[] readAll(long maxBytes) {
        time.check();
        checkSize(maxBytes);
        CompletableFuture<byte[]> fetched = bytes.getAndSet(null);
        return fetched == null ? file.readAll(maxBytes) : Tasks.await(fetched);
    }
}
