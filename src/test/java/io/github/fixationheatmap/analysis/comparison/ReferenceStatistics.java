package io.github.fixationheatmap.analysis.comparison;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The formulas of statistics, written down once more as plainly as can be. */
final class ReferenceStatistics {

    private ReferenceStatistics() {}

    /** Welch's t of two samples; 0 where the divisor is 0. */
    static double welch(double[] a, double[] b) {
        double divisor = Math.sqrt(variance(a) / a.length + variance(b) / b.length);
        return divisor > 0 ? (mean(a) - mean(b)) / divisor : 0;
    }

    /** The t of differences; 0 where the divisor is 0. */
    static double paired(double[] differences) {
        double divisor = Math.sqrt(variance(differences) / differences.length);
        return divisor > 0 ? mean(differences) / divisor : 0;
    }

    static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }

    /** Threshold-free cluster enhancement: clusters are found anew at each threshold. Bins that are not tested are 0. */
    static double[][] enhanced(double[][] statistic) {
        double[][] enhanced = new double[statistic.length][statistic[0].length];
        for (int sign : new int[] {1, -1}) {
            double largest = Arrays.stream(statistic).flatMapToDouble(Arrays::stream).map(v -> v * sign).max().orElse(0);
            for (int k = 1; k * 0.1 <= largest; k++) {
                addThreshold(statistic, sign, k * 0.1, enhanced);
            }
        }
        return enhanced;
    }

    private static void addThreshold(double[][] statistic, int sign, double height, double[][] enhanced) {
        boolean[][] seen = new boolean[statistic.length][statistic[0].length];
        for (int y = 0; y < seen.length; y++) {
            for (int x = 0; x < seen[y].length; x++) {
                Deque<int[]> cluster = cluster(statistic, sign, height, seen, x, y);
                for (int[] bin : cluster) {
                    enhanced[bin[1]][bin[0]] += sign * Math.sqrt(cluster.size()) * height * height * 0.1;
                }
            }
        }
    }

    private static Deque<int[]> cluster(double[][] statistic, int sign, double height, boolean[][] seen, int x, int y) {
        Deque<int[]> cluster = new ArrayDeque<>();
        Deque<int[]> open = new ArrayDeque<>();
        open.add(new int[] {x, y});
        while (!open.isEmpty()) {
            int[] bin = open.remove();
            boolean inside = bin[0] >= 0 && bin[1] >= 0 && bin[1] < seen.length && bin[0] < seen[0].length;
            if (inside && !seen[bin[1]][bin[0]] && sign * statistic[bin[1]][bin[0]] >= height) {
                seen[bin[1]][bin[0]] = true;
                cluster.add(bin);
                for (int neighbour = 0; neighbour < 9; neighbour++) {
                    open.add(new int[] {bin[0] + neighbour % 3 - 1, bin[1] + neighbour / 3 - 1});
                }
            }
        }
        return cluster;
    }

    /** Pearson's correlation over all bins of two maps. */
    static double correlation(double[][] first, double[][] second) {
        double[] p = Arrays.stream(first).flatMapToDouble(Arrays::stream).toArray();
        double[] q = Arrays.stream(second).flatMapToDouble(Arrays::stream).toArray();
        double pq = 0;
        for (int i = 0; i < p.length; i++) {
            pq += (p[i] - mean(p)) * (q[i] - mean(q));
        }
        return pq / (p.length - 1) / Math.sqrt(variance(p) * variance(q));
    }
}
