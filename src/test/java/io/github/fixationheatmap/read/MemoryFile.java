package io.github.fixationheatmap.read;

import io.github.fixationheatmap.store.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file of a drop in memory.
 *
 * @param name its path within the drop's folder
 * @param size its length in bytes
 * @param bytes opens a stream of its content
 */
public record MemoryFile(String name, long size, Supplier<InputStream> bytes) implements InputFile {

    /** A file of these bytes. */
    public MemoryFile(String name, byte[] bytes) {
        this(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    @Override
    public StoredObject object() {
        return new StoredObject("drops", "inbox/s/" + name, size, "\"tag\"");
    }

    @Override
    public @Nullable String entry() {
        return null;
    }

    @Override
    public InputStream open() {
        return bytes.get();
    }
}
