package io.github.fixationheatmap.pipeline;

import java.util.Optional;
import java.util.function.Supplier;

/** Runs that start over when a concurrent writer interferes. */
public final class Attempts {

    /** After so many attempts others must have their turn. */
    private static final int MAX_ATTEMPTS = 5;

    private Attempts() {}

    /**
     * Tries until no other writer interferes.
     *
     * @param what is run, for the message of the exception
     * @param attempt a result; empty if a concurrent writer changed inputs or results
     * @throws OvertakenException if no attempt has a result
     */
    static <T> T retry(String what, Supplier<Optional<T>> attempt) {
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            Optional<T> result = attempt.get();
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new OvertakenException(what + " was overtaken by uploads or other runs " + MAX_ATTEMPTS + " times");
    }

    /** Concurrent writers interfered with each attempt. Another run may succeed. */
    public static final class OvertakenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OvertakenException(String message) {
            super(message);
        }
    }
}
