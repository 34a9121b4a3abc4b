package io.github.fixationheatmap.read.image;

import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.store.Tasks;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A photo that is decoded while other work goes on: fixations are counted meanwhile, and rows that have arrived are rendered before the
 * last ones are decoded. With one processor it costs a thread, and gains nothing.
 */
public final class DecodingImage implements ImageRows, AutoCloseable {

    private final ReferenceImage image;
    private final CompletableFuture<ImageRows> begun = new CompletableFuture<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private int rows;
    private boolean ended;
    private volatile boolean closed;
    /** Begun at last: its thread sees all that stands above. */
    private final CompletableFuture<ImageRows> whole;

    private DecodingImage(ReferenceImage image, Tasks tasks) {
        this.image = image;
        this.whole = tasks.submit(this::decode);
    }

    /** Begins to decode, as one of these tasks: whoever closes them afterwards waits for its end. */
    static DecodingImage of(ReferenceImage image, Tasks tasks) {
        return new DecodingImage(image, tasks);
    }

    private ImageRows decode() {
        try {
            ImageRows decoded = image.decodeHere(new Arrivals());
            begun.complete(decoded);
            tell(() -> rows = image.height());
            return decoded;
        } finally {
            tell(() -> ended = true);
        }
    }

    /** Lets those who wait see what is new. */
    private void tell(Runnable news) {
        lock.lock();
        try {
            news.run();
            change.signalAll();
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

    /** {@inheritDoc} Waits until the row is there; what the decoding threw before is thrown here, as it was. */
    @Override
    public void row(int y, byte[] rgb) {
        if (!hasArrived(y)) {
            finish();
            throw new IndexOutOfBoundsException(y);
        }
        begun.join().row(y, rgb);
    }

    /** Waits until a row is there, or never will be. */
    private boolean hasArrived(int y) {
        lock.lock();
        try {
            while (rows <= y && !ended) {
                change.awaitUninterruptibly();
            }
            return rows > y;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until all rows are there, and nothing was wrong with any; what the decoding threw is thrown here, as it was.
     *
     * @throws io.github.fixationheatmap.problem.ProblemException if the picture is damaged or of an unusual kind
     */
    public void finish() {
        Objects.requireNonNull(Tasks.await(whole));
    }

    /** Gives up what is not decoded yet, if rows arrive one by one. */
    @Override
    public void close() {
        closed = true;
    }

    private final class Arrivals implements DecodingListener {
        @Override
        public void begun(ImageRows photo) {
            begun.complete(photo);
        }

        @Override
        public void arrived(int count) {
            if (closed) {
                throw new CancellationException("nobody waits for the photo any more");
            }
            tell(() -> rows = count);
        }
    }
}
