package io.github.fixationheatmap.store;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Runs tasks concurrently on a few threads, because they mostly wait for the store. */
public class Tasks implements AutoCloseable {

    /** As many connections as the HTTP client keeps open for the next request. */
    private static final int MAX_THREADS = 5;

    private final ExecutorService threads =
            Executors.newFixedThreadPool(MAX_THREADS, Thread.ofPlatform().daemon().name("task").factory());

    /** Those that have not ended: a result belongs to its caller, and may be large. */
    private final Map<Object, CompletableFuture<?>> submitted = new ConcurrentHashMap<>();

    /**
     * Starts a task as soon as a thread is free.
     *
     * @return its result; {@link #await} waits for it
     */
    public <T> CompletableFuture<T> submit(Supplier<T> task) {
        CompletableFuture<T> result = CompletableFuture.supplyAsync(task, threads);
        Object key = new Object();
        submitted.put(key, result);
        return result.whenComplete((value, failure) -> submitted.remove(key));
    }

    /** Waits for a task and returns its result. What the task threw is thrown here, as it was. */
    public static <T> T await(CompletableFuture<T> task) {
        try {
            return task.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }

    /** Cancels tasks that have not started, and waits for the others to end. */
    @Override
    public void close() {
        // A task that is completed before it starts is skipped.
        submitted.values().forEach(task -> task.completeExceptionally(new CancellationException("the result is no longer needed")));
        threads.close();
    }
}
