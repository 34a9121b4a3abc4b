package io.github.fixationheatmap.read.csv;

/** Parses the numbers of CSV files: digits, with a point for decimals. Other notations that Java's parsers accept are refused. */
final class Numbers {

    /** Powers of ten that a double holds exactly. */
    private static final double[] TENS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

    private static final int EXACT_DIGITS = 15;

    private Numbers() {}

    /** The text from {@code from} to {@code to} as a whole number, or -1 if it is not one from 0 to 2^63 - 1. */
    static long whole(char[] text, int from, int to) {
        int length = to - from;
        if (length == 0 || length > 19) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        // 19 digits are below 2^64, so an overflow gives a negative number.
        return number < 0 ? -1 : number;
    }

    /**
     * The text from {@code from} to {@code to} as a finite decimal number ({@code -12}, {@code 3.25}, {@code 1e-3}), or NaN if it is not
     * one. Up to 15 digits are read as an integer and divided once by an exact power of ten, which is rounded correctly (W. D. Clinger,
     * 1990).
     */
    static double decimal(char[] text, int from, int to) {
        boolean negative = to > from && text[from] == '-';
        long digits = 0;
        int count = 0;
        int point = -1;
        for (int i = negative ? from + 1 : from; i < to; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                count++;
                if (count > EXACT_DIGITS) {
                    return parseSlowly(new String(text, from, to - from));
                }
            } else if (c == '.' && point < 0) {
                point = count;
            } else {
                return parseSlowly(new String(text, from, to - from));
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        double number = point < 0 ? digits : digits / TENS[count - point];
        return negative ? -number : number;
    }

    private static double parseSlowly(String text) {
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digit |= c >= '0' && c <= '9';
            if (!(c >= '0' && c <= '9') && "+-.eE".indexOf(c) < 0) {
                return Double.NaN;
            }
        }
        if (!digit) {
            return Double.NaN;
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
