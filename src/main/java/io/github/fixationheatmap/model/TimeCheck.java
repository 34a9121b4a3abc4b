package io.github.fixationheatmap.model;

/** Ends a run whose time is up. Computations know no clock: each long loop calls {@link #check} every few milliseconds. Thread-safe. */
@FunctionalInterface
public interface TimeCheck {

    /** The time is never up. */
    TimeCheck NONE = () -> { };

    /**
     * Looks whether there is time to go on.
     *
     * @throws OutOfTimeException if not
     */
    void check();

    /** The time of a run is up. It says nothing about the input: another attempt has the full time. */
    class OutOfTimeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public OutOfTimeException(String message) {
            super(message);
        }
    }
}
