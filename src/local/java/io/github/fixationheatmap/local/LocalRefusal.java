package io.github.fixationheatmap.local;

/** The run cannot begin or did not end as asked: its message says why, to the person at the terminal. */
final class LocalRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LocalRefusal(String message) {
        super(message);
    }
}
