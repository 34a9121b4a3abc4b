package io.github.fixationheatmap.metrics;

/**
 * The mean of spans in ns, rounded once. Whole ms and the ns beyond are summed apart, because a file's wildest times would overflow one
 * sum.
 */
final class NsMean {

    private long ms;
    private long ns;
    private long count;

    /** Adds a span of at least 0 ns. */
    void add(long span) {
        ms += span / HalfEven.NS_PER_MS;
        ns += span % HalfEven.NS_PER_MS;
        ms += ns / HalfEven.NS_PER_MS;
        ns %= HalfEven.NS_PER_MS;
        count++;
    }

    /** The mean in ms, halves to the even one; at least one span was added. */
    long ms() {
        long whole = ms / count;
        long rest = ms % count * HalfEven.NS_PER_MS + ns;
        // A whole of odd or even parity decides where the rest is exactly a half: the parity goes into the division and out again.
        long parity = whole % 2;
        return whole - parity + HalfEven.divide(parity * count * HalfEven.NS_PER_MS + rest, count * HalfEven.NS_PER_MS);
    }
}
