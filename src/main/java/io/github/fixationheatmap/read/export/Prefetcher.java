package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.store.StoredObject;
import io.github.fixationheatmap.store.Tasks;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
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
    private final TimeCheck time;
    private long bytesLeft = MAX_BYTES;
    private int filesLeft = MAX_FILES;

    private Prefetcher(Tasks tasks, TimeCheck time) {
        this.tasks = tasks;
        this.time = time;
    }

    /** The same export, whose files are being fetched. Reading them looks at the time. */
    public static Export.Complete of(Export.Complete export, Tasks tasks, TimeCheck time) {
        return new Prefetcher(tasks, time).of(export);
    }

    private Export.Complete of(Export.Complete export) {
        InputFile image = of(export.referenceImage());
        // Which surface is needed is not known before the options are read.
        FixationFiles fixations = export.fixations().map(export.fixations().needsChoice() ? this::timed : this::of);
        return new Export.Complete(export.folder(), fixations, image, export.sections().map(this::of),
                export.options().stream().map(this::of).toList(), export.aois().stream().map(this::of).toList(),
                export.warnings(), export.events().map(this::timed), export.recordings().map(this::timed), export.groups().map(this::of));
    }

    private InputFile of(InputFile file) {
        if (file.size() > bytesLeft || filesLeft == 0) {
            return timed(file);
        }
        bytesLeft -= file.size();
        filesLeft--;
        return new PrefetchedFile(file, tasks.submit(() -> file.readAll(MAX_BYTES)), time);
    }

    private InputFile timed(InputFile file) {
        return new PrefetchedFile(file, null, time);
    }

    /**
     * A file of a run. It may be fetched before it is read: the fetched bytes are handed out once; later reads fetch the file again. The
     * time is looked at for each block of bytes, so that no loop over what a file holds needs to do so.
     */
    private static final class PrefetchedFile implements InputFile {

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
}
