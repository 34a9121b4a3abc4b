package io.github.fixationheatmap.draw.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers in sentences. */
public final class NumberText {

    /** Between a number and its unit: no line ends there. */
    public static final char SPACE = '\u00a0';

    private static final MathContext THREE_DIGITS = new MathContext(3);

    private NumberText() {}

    /** Three digits, and all digits before the point. */
    public static String shortened(double value) {
        if (Math.abs(value) >= 100) {
            return grouped(Math.round(value));
        }
        BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A whole number with commas. */
    public static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A number of things. */
    public static String counted(long count, String thing) {
        return grouped(count) + SPACE + thing + (count == 1 ? "" : "s");
    }
}
