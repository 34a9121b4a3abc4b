package io.github.fixationheatmap.store;

import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Errands on a few threads, each made when it is needed and gone at the end. */
final class ThreadErrands implements Errands {

    /** As many connections as the HTTP client keeps open for the next request. */
    private static final int MAX_AT_ONCE = 5;

    private final ExecutorService threads =
            Executors.newFixedThreadPool(MAX_AT_ONCE, Thread.ofPlatform().daemon().name("errand").factory());

    private final Queue<CompletableFuture<?>> begun = new ConcurrentLinkedQueue<>();

    @Override
    public <T> Supplier<T> begin(Supplier<T> errand) {
        CompletableFuture<T> result = CompletableFuture.supplyAsync(errand, threads);
        begun.add(result);
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
        // What has its end before it is begun is never begun.
        begun.forEach(result -> result.completeExceptionally(new CancellationException("nobody waits for it any more")));
        threads.close();
    }
}
