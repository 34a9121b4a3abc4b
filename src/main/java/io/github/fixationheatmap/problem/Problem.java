package io.github.fixationheatmap.problem;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an input, for the person who made it.
 *
 * @param type the kind of problem
 * @param place where it lies
 * @param seen the value found there, cut to {@value #LONGEST_SEEN} characters; null where nothing is there to show
 * @param expected what belongs there, as the end of the sentence "expected ..."
 */
public record Problem(ProblemType type, Place place, @Nullable String seen, String expected) {

    static final int LONGEST_SEEN = 120;

    public Problem {
        if (seen != null && seen.length() > LONGEST_SEEN) {
            seen = seen.substring(0, LONGEST_SEEN) + "...";
        }
    }

    /** The problem as one sentence. */
    public String detail() {
        String what = seen == null ? "" : "seen \"" + printable(seen) + "\", ";
        return where() + ": " + what + "expected " + expected;
    }

    private String where() {
        return switch (place) {
            case Place.WholeFile f -> f.file();
            case Place.Line l -> l.file() + ", line " + l.line();
            case Place.Cell c -> c.file() + ", line " + c.line() + ", column " + c.column() + " \"" + printable(c.columnName()) + "\"";
            case Place.Position c -> c.file() + ", line " + c.line() + ", column " + c.column();
            case Place.Pointer p -> p.file() + " at " + (p.pointer().isEmpty() ? "its top" : p.pointer());
        };
    }

    /** Control characters would break a log line or a terminal: each is shown by its code. */
    private static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** This problem, ready to be thrown. */
    public ProblemException asException() {
        return new ProblemException(this);
    }

    /** This problem, thrown because of another failure. */
    public ProblemException asException(Throwable cause) {
        return new ProblemException(this, cause);
    }
}
