package io.github.fixationheatmap.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * Reads a large object in parts, and fetches the next parts while one is read. A single connection to S3 gives some 90 MB a second, and
 * rows are counted faster than that. At most {@value #AHEAD} parts and the one that is read are held.
 */
final class ParallelRangeInputStream extends InputStream {

    /** S3 advises requests of 8 to 16 MB. */
    static final int PART_BYTES = 8 << 20;
    static final int AHEAD = 3;

    /** Fetches a range. */
    interface Ranges {
        byte[] read(long offset, int length);
    }

    private final Ranges ranges;
    private final Tasks tasks;
    private final int partBytes;
    private final long end;
    private final Queue<CompletableFuture<byte[]>> pending = new ArrayDeque<>();
    private long next;
    private int read;
    private ByteArrayInputStream part = new ByteArrayInputStream(new byte[0]);

    /** Reads {@code length} bytes, at least 1, from {@code offset} on. The stream closes the tasks. */
    ParallelRangeInputStream(Ranges ranges, Tasks tasks, int partBytes, long offset, long length) {
        this.ranges = ranges;
        this.tasks = tasks;
        this.partBytes = partBytes;
        this.next = offset;
        this.end = offset + length;
        requestNext();
    }

    private void requestNext() {
        long from = next;
        int length = (int) Math.min(partBytes, end - from);
        next += length;
        pending.add(tasks.submit(() -> ranges.read(from, length)));
    }

    /** Whether there is a byte left to read. A part that failed fails again at each call. */
    private boolean fill() {
        while (part.available() == 0 && (next < end || !pending.isEmpty())) {
            if (pending.isEmpty()) {
                requestNext();
            }
            part = new ByteArrayInputStream(Tasks.await(pending.element()));
            pending.remove();
            read++;
        }
        // Read-ahead ramps up, so that short reads stay cheap.
        while (next < end && pending.size() < Math.min(read, AHEAD) && (read > 1 || part.available() <= partBytes / 2)) {
            requestNext();
        }
        return part.available() > 0;
    }

    @Override
    public int read() {
        return fill() ? part.read() : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        return length == 0 ? 0 : fill() ? part.read(target, offset, length) : -1;
    }

    @Override
    public int available() {
        return part.available();
    }

    /** Waits for the parts that are being fetched. */
    @Override
    public void close() {
        tasks.close();
    }
}
