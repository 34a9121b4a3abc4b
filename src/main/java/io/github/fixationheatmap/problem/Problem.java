package io.github.fixationheatmap.problem;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an input, for the person who made it.
 *
 * @param type the kind of problem
 * @param place where it lies
 * @param actual the value found there, cut to {@value #MAX_ACTUAL} characters; null where nothing is there to show
 * @param expected what belongs there, as the end of the sentence "expected ..."
 */
public record Problem(ProblemType type, Location place, @Nullable String actual, String expected) {

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
        return switch (place) {
            case Location.WholeFile f -> f.file();
            case Location.Line l -> l.file() + ", line " + l.line();
            case Location.Cell c -> c.file() + ", line " + c.line() + ", column " + c.column() + " \"" + printable(c.columnName()) + "\"";
            case Location.Position c -> c.file() + ", line " + c.line() + ", column " + c.column();
            case Location.Pointer p -> p.file() + " at " + (p.pointer().isEmpty() ? "its top" : p.pointer());
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
