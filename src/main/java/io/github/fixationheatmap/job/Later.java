package io.github.fixationheatmap.job;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A value that is made beside other work, on another thread: the photo is decoded while fixations are counted and blurred, of which neither
 * needs the other. With one processor it costs a thread, and gains nothing.
 */
final class Later<T> {

    private final CompletableFuture<T> future;

    private Later(CompletableFuture<T> future) {
        this.future = future;
    }

    /** Begins to make the value. */
    static <T> Later<T> of(Supplier<T> maker) {
        return new Later<>(CompletableFuture.supplyAsync(maker));
    }

    /** The value, once it is made; what its making threw is thrown here, as it was. */
    T get() {
        try {
            return future.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }
}
