package io.github.fixationheatmap.read.csv;

/**
 * The decimal mark of a file: a point or a comma. Where it is not known before, the first number that has one tells it, and all others of
 * the file must have the same. Not thread-safe.
 */
public final class DecimalMark {

    /** 0 where it is not known yet. */
    private char mark;

    private DecimalMark(char mark) {
        this.mark = mark;
    }

    /** A mark that is known. */
    public static DecimalMark of(char mark) {
        return new DecimalMark(mark);
    }

    /** A mark that the first number tells. */
    public static DecimalMark unknown() {
        return new DecimalMark((char) 0);
    }

    /** Whether the file has this mark. */
    boolean takes(char seen) {
        if (mark == 0) {
            mark = seen;
        }
        return mark == seen;
    }
}
