package io.github.fixationheatmap.analysis.metrics;

/** Division of whole numbers, rounded to the nearest whole number, halves to the even one: 3073 / 2 is 1536. */
final class Rounding {

    private static final long NS_PER_MS = 1_000_000;

    private Rounding() {}

    /** Divides a dividend of at least 0 by a divisor above 0. */
    static long divide(long dividend, long divisor) {
        long quotient = dividend / divisor;
        long rest = dividend % divisor;
        long missing = divisor - rest;
        boolean up = rest == missing ? quotient % 2 == 1 : rest > missing;
        return up ? quotient + 1 : quotient;
    }

    /** Converts a duration from ns to ms. */
    static long ms(long ns) {
        return divide(ns, NS_PER_MS);
    }

    /**
     * The mean of durations in ns, rounded once. Whole ms and the remaining ns are summed separately, because a file may contain times so
     * large that a single sum would overflow.
     */
    static final class DurationMean {

        private long ms;
        private long ns;
        private long count;

        /** Adds a duration of at least 0 ns. */
        void add(long duration) {
            ms += duration / NS_PER_MS;
            ns += duration % NS_PER_MS;
            ms += ns / NS_PER_MS;
            ns %= NS_PER_MS;
            count++;
        }

        /** The mean in ms, halves to the even one. At least one duration must have been added. */
        long ms() {
            long whole = ms / count;
            long rest = ms % count * NS_PER_MS + ns;
            // If the rest is exactly a half, the parity of the whole ms decides: so the parity takes part in the division.
            long parity = whole % 2;
            return whole - parity + divide(parity * count * NS_PER_MS + rest, count * NS_PER_MS);
        }
    }
}
