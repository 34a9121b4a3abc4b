package io.github.fixationheatmap.analysis.metrics;

/** Division of whole numbers, rounded to the nearest whole number, halves to the even one: 3073 / 2 is 1536. */
final class Rounding {

    static final long NS_PER_MS = 1_000_000;

    private Rounding() {}

    /** {@code dividend / divisor} of a dividend of at least 0 and a divisor above 0. */
    static long divide(long dividend, long divisor) {
        long quotient = dividend / divisor;
        long rest = dividend % divisor;
        long missing = divisor - rest;
        boolean up = rest == missing ? quotient % 2 == 1 : rest > missing;
        return up ? quotient + 1 : quotient;
    }

    /** The ms that a span of ns is. */
    static long ms(long ns) {
        return divide(ns, NS_PER_MS);
    }
}
