package io.github.fixationheatmap.model;

/** Thrown by a consumer of fixations when the latest one exceeds a limit on what it may hold. */
public final class LimitExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String actual;
    private final String expected;

    /**
     * An exceeded limit.
     *
     * @param actual how much there is so far
     * @param expected how much is allowed, as the end of the sentence "expected ..."
     */
    public LimitExceededException(String actual, String expected) {
        super(actual + ", expected " + expected);
        this.actual = actual;
        this.expected = expected;
    }

    /** How much there is so far. */
    public String actual() {
        return actual;
    }

    /** How much is allowed, as the end of the sentence "expected ...". */
    public String expected() {
        return expected;
    }
}
