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

    /** Gives up what nothing has been done of yet, and waits for the rest to end, however it does: nothing goes on behind. */
    @Override
    void close();

    /** Errands on threads of their own. */
    static Errands onThreads() {
        return new ThreadErrands();
    }
}
