package io.github.fixationheatmap.export;

import io.github.fixationheatmap.render.Photo;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A photo that is decoded on a thread of its own while other work goes on: fixations are counted meanwhile, and rows that have arrived are
 * rendered before the last ones are decoded. With one processor it costs a thread, and gains nothing.
 */
public final class ArrivingPhoto implements Photo, AutoCloseable {

    private final ReferenceImage image;
    private final CompletableFuture<Photo> begun = new CompletableFuture<>();
    private final CompletableFuture<Photo> whole = new CompletableFuture<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private int rows;
    private volatile boolean closed;

    private ArrivingPhoto(ReferenceImage image) {
        this.image = image;
    }

    /** Begins to decode. */
    static ArrivingPhoto of(ReferenceImage image) {
        ArrivingPhoto photo = new ArrivingPhoto(image);
        // Never on a pool whose threads may all be waiting for rows.
        Thread.ofPlatform().daemon().name("photo").start(photo::decode);
        return photo;
    }

    private void decode() {
        try {
            Photo decoded = image.decodeHere(new Arrivals());
            begun.complete(decoded);
            whole.complete(decoded);
        } catch (RuntimeException | Error failure) {
            begun.completeExceptionally(failure);
            whole.completeExceptionally(failure);
        } finally {
            arrived(image.height());
        }
    }

    private void arrived(int count) {
        lock.lock();
        try {
            rows = count;
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
        await(y);
        if (whole.isCompletedExceptionally()) {
            finish();
        }
        begun.join().row(y, rgb);
    }

    private void await(int y) {
        lock.lock();
        try {
            while (rows <= y) {
                change.awaitUninterruptibly();
            }
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
        try {
            whole.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }

    /** Gives up what is not decoded yet, if rows arrive one by one, and waits until nothing goes on any more. */
    @Override
    public void close() {
        closed = true;
        await(height() - 1);
        whole.exceptionally(failure -> this).join();
    }

    private final class Arrivals implements DecodingListener {
        @Override
        public void begun(Photo photo) {
            begun.complete(photo);
        }

        @Override
        public void arrived(int count) {
            if (closed) {
                throw new CancellationException("nobody waits for the photo any more");
            }
            ArrivingPhoto.this.arrived(count);
        }
    }
}
