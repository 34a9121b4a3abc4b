package io.github.fixationheatmap.problem;

import org.jspecify.annotations.Nullable;

/**
 * An error in the input, reported to the user.
 *
 * @param type the kind of problem
 * @param location where it is
 * @param actual the value found there, cut to {@value #MAX_ACTUAL} characters; null if there is none to show
 * @param expected the valid values, as the end of the sentence "expected ..."
 */
public record Problem(ProblemType type, Location location, @Nullable String actual, String expected) {

    static final int MAX_ACTUAL = 120;

    public Problem {
        if (actual != null && actual.length() > MAX_ACTUAL) {
            actual = actual.substring(0, MAX_ACTUAL) + "...";
        }
    }

    /** The problem as one sentence. */
    public String detail() {
        String what = actual == null ? "" : "seen \"" + printable(actual) + "\", ";
        return where() + ": " + what + "expected " + expected;
    }

    private String where() {
        return switch (location) {
            case Location.WholeFile f -> f.file();
            case Location.Line l -> l.file() + ", line " + l.line();
            case Location.Cell c -> c.file() + ", line " + c.line() + ", column " + c.column() + " \"" + printable(c.columnName()) + "\"";
            case Location.Position c -> c.file() + ", line " + c.line() + ", column " + c.column();
            case Location.Pointer p -> p.file() + " at " + (p.pointer().isEmpty() ? "its top" : p.pointer());
        };
    }

    /** Replaces control characters by their codes, because they would break a log line or a terminal. */
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

    /** This problem as an exception to throw. */
    public ProblemException asException() {
        return new ProblemException(this);
    }

    /** This problem as an exception to throw, with its cause. */
    public ProblemException asException(Throwable cause) {
        return new ProblemException(this, cause);
    }
}
