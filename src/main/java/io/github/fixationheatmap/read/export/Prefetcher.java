package io.github.fixationheatmap.read.export;

import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.store.Tasks;

/**
 * Sends for all files of an export that are needed in any case, before the first of them is read: one after the other, each would cost a
 * wait of its own. Large files are left to be read as they come.
 */
public final class Prefetcher {

    /** The most bytes that wait in memory to be read. */
    static final long MAX_BYTES = 32L << 20;

    /** The most files: a mask for each area that there may be, and what else there is. More are refused, unread. */
    static final int MAX_FILES = 1_010;

    private final Tasks tasks;
    private final TimeCheck time;
    private long bytesLeft = MAX_BYTES;
    private int filesLeft = MAX_FILES;

    private Prefetcher(Tasks tasks, TimeCheck time) {
        this.tasks = tasks;
        this.time = time;
    }

    /** The same export, its files on their way. Reading them looks at the time. */
    public static Export.Complete of(Export.Complete export, Tasks tasks, TimeCheck time) {
        return new Prefetcher(tasks, time).of(export);
    }

    private Export.Complete of(Export.Complete export) {
        InputFile image = of(export.referenceImage());
        InputFile fixations = of(export.fixations());
        return new Export.Complete(export.folder(), fixations, image, export.sections().map(this::of),
                export.options().stream().map(this::of).toList(), export.aois().stream().map(this::of).toList(),
                export.unsupportedMasks(), export.events().map(this::timed), export.recordings().map(this::timed));
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
}
