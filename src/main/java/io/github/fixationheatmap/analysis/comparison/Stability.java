package io.github.fixationheatmap.analysis.comparison;

import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.Workers;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * How far the mean map of these recordings can be trusted.
 *
 * @param recordings R, how many recordings it was computed from, {@value #MIN_RECORDINGS} to {@value #MAX_RECORDINGS}
 * @param curve how maps of n recordings correlate with those of n others: n = 1, 2, ... R / 2, rounded down
 * @param splitHalf the mean correlation of the last point of the curve
 * @param reliability of the map of all recordings: {@code 2 r / (1 + r)} (Spearman-Brown), r being {@code splitHalf}
 * @param needed how many recordings are enough for a reliability of {@value #AIM}; empty if maps do not correlate above 0
 */
public record Stability(int recordings, List<Point> curve, double splitHalf, double reliability, OptionalLong needed) {

    /** Fewer recordings have no stability. */
    public static final int MIN_RECORDINGS = 4;

    /** Of more recordings, this many are chosen at random. */
    public static final int MAX_RECORDINGS = 300;

    /** The reliability that {@code needed} recordings reach. */
    public static final double AIM = 0.9;

    /** The seed of all random numbers. */
    static final long SEED = 1;

    public Stability {
        curve = List.copyOf(curve);
    }

    /**
     * The recordings to compute from: all, in ascending order of their ids, or of more than {@value #MAX_RECORDINGS} the first ones of
     * their shuffle with seed 1. Only these need maps.
     */
    public static List<String> chosen(Collection<String> ids) {
        List<String> ordered = ids.stream().sorted().toList();
        if (ordered.size() <= MAX_RECORDINGS) {
            return ordered;
        }
        int[] shuffled = new RandomNumbers(SEED).shuffled(ordered.size());
        return Arrays.stream(shuffled, 0, MAX_RECORDINGS).mapToObj(ordered::get).sorted().toList();
    }

    /**
     * Computes all numbers.
     *
     * @param maps of {@value #MIN_RECORDINGS} to {@value #MAX_RECORDINGS} recordings
     * @param time is looked at by every long loop
     * @throws IllegalArgumentException if there are fewer or more recordings
     */
    public static Stability of(RecordingMaps maps, TimeCheck time) {
        int count = maps.ids().size();
        if (count < MIN_RECORDINGS || count > MAX_RECORDINGS) {
            throw new IllegalArgumentException(MIN_RECORDINGS + " to " + MAX_RECORDINGS + " recordings, not " + count);
        }
        List<Point> curve = curve(Products.of(maps, time), count, time);
        double r = curve.getLast().mean();
        // Two maps that are opposite in every draw have no reliability.
        double reliability = r > -1 ? 2 * r / (1 + r) : 0;
        return new Stability(count, curve, r, reliability, needed(r, count / 2));
    }

    private static List<Point> curve(Products products, int count, TimeCheck time) {
        int half = count / 2;
        RandomNumbers random = new RandomNumbers(SEED);
        int[][][] draws = new int[half][Point.DRAWS][];
        for (int n = 1; n <= half; n++) {
            for (int draw = 0; draw < Point.DRAWS; draw++) {
                draws[n - 1][draw] = Arrays.copyOf(random.shuffled(count), 2 * n);
            }
        }
        Point[] curve = new Point[half];
        // Large sets, which take longest, come first, so that no thread waits for another one at the end.
        Workers.forEach(half, () -> number -> {
            time.check();
            int n = half - number;
            curve[n - 1] = Point.of(n, Arrays.stream(draws[n - 1]).mapToDouble(draw -> products.correlation(draw, n)).toArray());
        });
        return List.of(curve);
    }

    /** The Spearman-Brown formula solved for the number of recordings, from the correlation r of maps of n recordings. */
    private static OptionalLong needed(double r, int n) {
        if (!(r > 0)) {
            return OptionalLong.empty();
        }
        double ofOne = r / (n - (n - 1) * r);
        return OptionalLong.of(Math.max(1, (long) Math.ceil(AIM * (1 - ofOne) / ((1 - AIM) * ofOne))));
    }

    /**
     * A point of the curve.
     *
     * @param n how many recordings both maps have
     * @param mean the mean correlation (CC) of {@value #DRAWS} draws of two sets without common recordings
     * @param low the 2.5 % quantile of the draws
     * @param high the 97.5 % quantile of the draws
     */
    public record Point(int n, double mean, double low, double high) {

        /** How many times two sets are drawn. */
        public static final int DRAWS = 200;

        private static Point of(int n, double[] correlations) {
            Arrays.sort(correlations);
            return new Point(n, Arrays.stream(correlations).sum() / correlations.length, quantile(correlations, 0.025),
                    quantile(correlations, 0.975));
        }

        /** A quantile of sorted values: between two of them in proportion, as {@code numpy.percentile}. */
        private static double quantile(double[] sorted, double share) {
            double place = share * (sorted.length - 1);
            int below = (int) place;
            int above = Math.min(below + 1, sorted.length - 1);
            return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
        }
    }
}
