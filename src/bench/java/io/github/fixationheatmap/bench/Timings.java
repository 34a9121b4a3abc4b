package io.github.fixationheatmap.bench;

import java.util.Arrays;
import java.util.Locale;

/** Times of many runs, in ms. */
final class Timings {

    private final String name;
    private double[] ms = {};

    Timings(String name) {
        this.name = name;
    }

    void add(double... more) {
        double[] all = Arrays.copyOf(ms, ms.length + more.length);
        System.arraycopy(more, 0, all, ms.length, more.length);
        Arrays.sort(all);
        ms = all;
    }

    double median() {
        return (ms[ms.length / 2] + ms[(ms.length - 1) / 2]) / 2;
    }

    /** How many times as long these take as the others do, by medians, to one decimal. */
    double times(Timings others) {
        return Math.round(10 * median() / others.median()) / 10.0;
    }

    @Override
    public String toString() {
        double max = ms[ms.length - 1];
        return String.format(Locale.ROOT, "%-34s min %7.1f  median %7.1f  max %7.1f ms, %2d runs", name, ms[0], median(), max, ms.length);
    }
}
