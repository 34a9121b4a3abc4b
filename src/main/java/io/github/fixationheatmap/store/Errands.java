package io.github.fixationheatmap.store;

import java.util.function.Supplier;

/** Things that are done at the same time, since most of their time they wait for a store. */
public interface Errands extends AutoCloseable {

    /**
     * Begins one.
     *
     * @return waits for what it gives; what it threw is thrown there, as it was
     */
    <T> Supplier<T> begin(Supplier<T> errand);

    /** Waits until all have ended, however they did: nothing goes on behind. */
    @Override
    void close();

    /** Errands on threads of their own. */
    static Errands onThreads() {
        return new ThreadErrands();
    }
}
