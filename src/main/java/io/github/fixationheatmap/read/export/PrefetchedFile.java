package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.store.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A file that is on its way before anybody reads it. Its bytes are handed out once; whoever wants them again fetches them again. */
final class PrefetchedFile implements InputFile {

    private final InputFile file;
    private final AtomicReference<@Nullable Supplier<byte[]>> bytes;

    PrefetchedFile(InputFile file, Supplier<byte[]> bytes) {
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
        Supplier<byte[]> fetched = bytes.getAndSet(null);
        return fetched == null ? file.open() : new ByteArrayInputStream(fetched.get());
    }

    @Override
    public byte[] readAll(long maxBytes) {
        checkSize(maxBytes);
        Supplier<byte[]> fetched = bytes.getAndSet(null);
        return fetched == null ? file.readAll(maxBytes) : fetched.get();
    }
}
