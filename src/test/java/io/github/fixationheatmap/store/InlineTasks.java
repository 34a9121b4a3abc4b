package io.github.fixationheatmap.store;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Runs each task at once on the thread that submits it, so that a run can be repeated step by step. */
public final class InlineTasks extends Tasks {

    @Override
    public <T> CompletableFuture<T> submit(Supplier<T> task) {
        return CompletableFuture.completedFuture(task.get());
    }
}
