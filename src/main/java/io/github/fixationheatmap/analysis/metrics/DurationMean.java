package io.github.fixationheatmap.analysis.metrics;

/**
 * The mean of spans in ns, rounded once. Whole ms and the ns beyond are summed apart, because a file's wildest times would overflow one
 * sum.
 */
final class DurationMean {

    private long ms;
    private long ns;
    private long count;

    /** Adds a span of at least 0 ns. */
    void add(long span) {
        ms += span / Rounding.NS_PER_MS;
        ns += span % Rounding.NS_PER_MS;
        ms += ns / Rounding.NS_PER_MS;
        ns %= Rounding.NS_PER_MS;
        count++;
    }

    /** The mean in ms, halves to the even one; at least one span was added. */
    long ms() {
        long whole = ms / count;
        long rest = ms % count * Rounding.NS_PER_MS + ns;
        // A whole of odd or even parity decides where the rest is exactly a half: the parity goes into the division and out again.
        long parity = whole % 2;
        return whole - parity + Rounding.divide(parity * count * Rounding.NS_PER_MS + rest, count * Rounding.NS_PER_MS);
    }
}
