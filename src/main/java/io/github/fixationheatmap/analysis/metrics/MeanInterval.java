package io.github.fixationheatmap.analysis.metrics;

import java.util.List;
import java.util.Optional;

/**
 * A mean and its 95 % confidence interval by Student's t distribution: mean +- t * s / sqrt(n), with n - 1 degrees of freedom.
 *
 * @param mean the mean
 * @param low the lower end
 * @param high the upper end
 */
public record MeanInterval(double mean, double low, double high) {

    /** The 97.5 % quantiles for 1, 2, ... degrees of freedom, to 6 decimals. */
    private static final double[] FEW = {
        12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157, 2.228139};

    /** The 97.5 % quantile of the normal distribution. */
    private static final double NORMAL = 1.959963984540054;

    /** The interval of these values, or nothing for fewer than two. */
    public static Optional<MeanInterval> of(List<Double> values) {
        int n = values.size();
        if (n < 2) {
            return Optional.empty();
        }
        double mean = values.stream().mapToDouble(v -> v).sum() / n;
        double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        double half = quantile(n - 1) * Math.sqrt(squares / (n - 1) / n);
        return Optional.of(new MeanInterval(mean, mean - half, mean + half));
    }

    /**
     * The 97.5 % quantile of Student's t distribution. From 11 degrees of freedom on it is the expansion 26.7.5 of M. Abramowitz and I. A.
     * Stegun, "Handbook of Mathematical Functions" (1964), which is exact to 6 digits there.
     *
     * @param degrees the degrees of freedom, at least 1
     */
    static double quantile(int degrees) {
        if (degrees <= FEW.length) {
            return FEW[degrees - 1];
        }
        double x = NORMAL;
        double x2 = x * x;
        double n = degrees;
        double g1 = x * (x2 + 1) / 4;
        double g2 = x * ((5 * x2 + 16) * x2 + 3) / 96;
        double g3 = x * (((3 * x2 + 19) * x2 + 17) * x2 - 15) / 384;
        double g4 = x * ((((79 * x2 + 776) * x2 + 1482) * x2 - 1920) * x2 - 945) / 92_160;
        return x + (g1 + (g2 + (g3 + g4 / n) / n) / n) / n;
    }
}
