package io.github.fixationheatmap.analysis.comparison;

import io.github.fixationheatmap.model.TimeCheck;
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
 * @param hotSpotConfidence of each bin, {@code [ny][nx]}: in which share of resamples of the recordings its mean is at least half of the
 *     largest mean
 */
public record Stability(
        int recordings, List<Point> curve, double splitHalf, double reliability, OptionalLong needed, double[][] hotSpotConfidence) {

    /** Fewer recordings have no stability. */
    public static final int MIN_RECORDINGS = 4;

    /** Of more recordings, this many are chosen at random. */
    public static final int MAX_RECORDINGS = 300;

    /** The reliability that {@code needed} recordings reach. */
    public static final double AIM = 0.9;

    /** The share of resamples from which on a bin belongs to a hot spot that can be trusted. */
    public static final double CONFIDENT = 0.95;

    public Stability {
        curve = List.copyOf(curve);
    }

    /**
     * The recordings to compute from: all, in ascending order of their ids, or of more than {@value #MAX_RECORDINGS} the first ones of
     * their shuffle with seed 1. Only these need maps.
     */
    public static List<String> chosen(Collection<String> ids) {
        throw new UnsupportedOperationException();
    }

    /**
     * Computes all numbers.
     *
     * @param maps of {@value #MIN_RECORDINGS} to {@value #MAX_RECORDINGS} recordings
     * @param time is looked at by every long loop
     * @throws IllegalArgumentException if there are fewer or more recordings
     */
    public static Stability of(RecordingMaps maps, TimeCheck time) {
        throw new UnsupportedOperationException();
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
    }
}
