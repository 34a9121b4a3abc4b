package io.github.fixationheatmap.laptop;

/** The run cannot begin or did not end as asked: its message says why, to the person at the terminal. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }
}
