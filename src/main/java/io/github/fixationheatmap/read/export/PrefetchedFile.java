package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.store.StoredObject;
import io.github.fixationheatmap.store.Tasks;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A file that is fetched before it is read. The fetched bytes are handed out once; later reads fetch the file again. */
final class PrefetchedFile implements InputFile {

    private final InputFile file;
    private final AtomicReference<@Nullable CompletableFuture<byte[]>> bytes;

    PrefetchedFile(InputFile file, CompletableFuture<byte[]> bytes) {
        this.file = file;
        this.bytes = new AtomicReference<>(bytes);
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
        return fetched == null ? file.open() : new ByteArrayInputStream(Tasks.await(fetched));
    }

    @Override
    public byte[] readAll(long maxBytes) {
        checkSize(maxBytes);
        CompletableFuture<byte[]> fetched = bytes.getAndSet(null);
        return fetched == null ? file.readAll(maxBytes) : Tasks.await(fetched);
    }
}
