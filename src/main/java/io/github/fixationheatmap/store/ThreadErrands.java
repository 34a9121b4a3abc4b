package io.github.fixationheatmap.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Errands on a few threads, each made when it is needed and gone at the end. */
final class ThreadErrands implements Errands {

    /** As many connections as the HTTP client keeps open for the next request. */
    private static final int MOST_AT_ONCE = 5;

    private final ExecutorService threads =
            Executors.newFixedThreadPool(MOST_AT_ONCE, Thread.ofPlatform().daemon().name("errand").factory());

    @Override
    public <T> Supplier<T> begin(Supplier<T> errand) {
        CompletableFuture<T> result = CompletableFuture.supplyAsync(errand, threads);
        return () -> {
            try {
                return result.join();
            } catch (CompletionException e) {
                switch (e.getCause()) {
                    case RuntimeException failure -> throw failure;
                    case Error failure -> throw failure;
                    case null, default -> throw e;
                }
            }
        };
    }

    @Override
    public void close() {
        threads.close();
    }
}
