package io.github.fixationheatmap.model;

/** Thrown by whoever is told of fixations and would have to hold more of them than it may: the one just told of is one too many. */
public final class TooManyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String seen;
    private final String expected;

    /**
     * Too much of something.
     *
     * @param seen how much there is up to here
     * @param expected how much there may be, as the end of the sentence "expected ..."
     */
    public TooManyException(String seen, String expected) {
        super(seen + ", expected " + expected);
        this.seen = seen;
        this.expected = expected;
    }

    /** How much there is up to here. */
    public String seen() {
        return seen;
    }

    /** How much there may be, as the end of the sentence "expected ...". */
    public String expected() {
        return expected;
    }
}
