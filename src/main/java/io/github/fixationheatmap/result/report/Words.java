package io.github.fixationheatmap.result.report;

import io.github.fixationheatmap.draw.figure.NumberText;
import java.util.List;
import java.util.Locale;

/** Numbers and names as the report writes them. */
final class Words {

    private Words() {}

    /** A share of 0 to 1 in percent, with one decimal. */
    static String percent(double share) {
        return decimal(100 * share) + NumberText.SPACE + "%";
    }

    /** A number with one decimal, for columns. */
    static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }

    /** A number with one decimal, or with more if it would read as 0.0. */
    static String small(double value) {
        return value > 0 && value < 0.05 ? NumberText.shortened(value) : oneDecimal(value);
    }

    /** A number with at most one decimal. */
    static String decimal(double value) {
        String text = String.format(Locale.ROOT, "%,.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** A length in px. */
    static String px(double value) {
        return NumberText.shortened(value) + NumberText.SPACE + "px";
    }

    /** A name that can be seen. */
    static String name(String name) {
        return name.isBlank() ? "(spaces)" : name;
    }

    /** Things in a sentence: "a, b and c". */
    static String list(List<String> things) {
        return things.size() < 2 ? String.join("", things)
                : String.join(", ", things.subList(0, things.size() - 1)) + " and " + things.getLast();
    }

    /** "is" or "are". */
    static String are(long count) {
        return count == 1 ? "is" : "are";
    }

    /** "was" or "were". */
    static String were(long count) {
        return count == 1 ? "was" : "were";
    }
}
