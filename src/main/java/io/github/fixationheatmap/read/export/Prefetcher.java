package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.store.StoredObject;
import io.github.fixationheatmap.store.Tasks;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Fetches all small files of an export at once, before the first of them is read. Otherwise the run would wait for each file in turn. Large
 * files are fetched while they are read.
 */
public final class Prefetcher {

    /** The maximum of bytes fetched ahead, of all files together. */
    static final long MAX_BYTES = 32L << 20;

    /** The maximum of files fetched ahead: a mask for each area, and the other files. An export with more masks is refused. */
    static final int MAX_FILES = 1_010;

    private final Tasks tasks;
    private long bytesLeft = MAX_BYTES;
    private int filesLeft = MAX_FILES;

    private Prefetcher(Tasks tasks) {
        this.tasks = tasks;
    }

    /** The same export, whose files are being fetched. */
    public static Export.Complete of(Export.Complete export, Tasks tasks) {
        return new Prefetcher(tasks).of(export);
    }

    private Export.Complete of(Export.Complete export) {
        InputFile image = of(export.referenceImage());
        InputFile fixations = of(export.fixations());
        return new Export.Complete(export.folder(), fixations, image, export.sections().map(this::of),
                export.options().stream().map(this::of).toList(), export.aois().stream().map(this::of).toList(),
                export.unsupportedMasks(), export.events(), export.recordings());
    }

    private InputFile of(InputFile file) {
        if (file.size() > bytesLeft || filesLeft == 0) {
            return file;
        }
        bytesLeft -= file.size();
        filesLeft--;
        return new PrefetchedFile(file, tasks.submit(() -> file.readAll(MAX_BYTES)));
    }

    /** A file that is fetched before it is read. The fetched bytes are handed out once; later reads fetch the file again. */
    private static final class PrefetchedFile implements InputFile {

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
}
