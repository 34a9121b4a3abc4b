package io.github.fixationheatmap.model;

/** Receives the fixations of the selected recordings, in the order of the file. */
public interface FixationListener {

    /**
     * A fixation was counted.
     *
     * @param x px from the image's left edge, 0 to its width
     * @param y px from the image's top edge, 0 to its height
     */
    void counted(Fixation fixation, double x, double y);

    /**
     * A fixation was left out, because it lies outside the image, at a known position. It counts as any other left out by default.
     *
     * @param x px from the image's left edge, any number
     * @param y px from the image's top edge, any number
     */
    default void outside(Fixation fixation, double x, double y) {
        leftOut(fixation);
    }

    /** A fixation was left out, because it was not mapped, or lies outside the image at an unknown position. */
    void leftOut(Fixation fixation);

    /** Thrown by a consumer of fixations when the latest one exceeds a limit on what it may hold. */
    final class LimitExceededException extends RuntimeException {

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
}
