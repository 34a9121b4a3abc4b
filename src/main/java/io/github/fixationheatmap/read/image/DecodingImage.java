package io.github.fixationheatmap.read.image;

import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.read.image.ReferenceImage.RowListener;
import io.github.fixationheatmap.store.Tasks;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An image that is decoded in the background. Fixations are counted meanwhile, and the first rows are rendered before the last ones are
 * decoded. With one processor this costs a thread and gains nothing.
 */
public final class DecodingImage implements ImageRows, AutoCloseable {

    private final ReferenceImage image;
    private final TimeCheck time;
    private final CompletableFuture<ImageRows> started = new CompletableFuture<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int rows;
    private boolean ended;
    private volatile boolean closed;
    /** Assigned last, because its thread reads the fields above. */
    private final CompletableFuture<ImageRows> result;

    /** Starts to decode. Closing {@code tasks} afterwards waits for the end. */
    DecodingImage(ReferenceImage image, Tasks tasks, TimeCheck time) {
        this.image = image;
        this.time = time;
        // Also ends where it never begins, because the tasks were closed first.
        this.result = tasks.submit(this::decode).whenComplete((decoded, failure) -> update(() -> ended = true));
    }

    private ImageRows decode() {
        ImageRows decoded = image.decodeFully(new Progress());
        started.complete(decoded);
        update(() -> rows = image.height());
        return decoded;
    }

    /** Changes the state, and wakes waiting threads. */
    private void update(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int width() {
        return image.width();
    }

    @Override
    public int height() {
        return image.height();
    }

    /** {@inheritDoc} Waits until the row is decoded. If decoding failed before, its exception is rethrown. */
    @Override
    public void row(int y, byte[] rgb) {
        time.check();
        if (!awaitRow(y)) {
            finish();
            throw new IndexOutOfBoundsException(y);
        }
        started.join().row(y, rgb);
    }

    /** Waits until a row is decoded, or decoding has ended without it. */
    private boolean awaitRow(int y) {
        lock.lock();
        try {
            while (rows <= y && !ended) {
                changed.awaitUninterruptibly();
            }
            return rows > y;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until all rows are decoded. If decoding failed, its exception is rethrown.
     *
     * @throws io.github.fixationheatmap.problem.ProblemException if the image is damaged or of an unsupported kind
     */
    public void finish() {
        Objects.requireNonNull(Tasks.await(result));
    }

    /** Cancels the decoding of what is left. */
    @Override
    public void close() {
        closed = true;
    }

    private final class Progress implements RowListener {
        @Override
        public void started(ImageRows partial) {
            started.complete(partial);
        }

        @Override
        public void rowsDecoded(int count) {
            checkClosed();
            update(() -> rows = count);
        }

        @Override
        public void bytesRead() {
            checkClosed();
            time.check();
        }

        private void checkClosed() {
            if (closed) {
                throw new CancellationException("the image was closed");
            }
        }
    }
}
