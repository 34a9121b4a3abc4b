package io.github.fixationheatmap.analysis.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * The mean and the standard deviation of values, rounded half to even to two decimals; blank if there are too few values.
 *
 * @param mean the arithmetic mean, of one value or more
 * @param deviation the sample's standard deviation (divisor n - 1), of two values or more
 */
public record MeanAndStdDev(String mean, String deviation) {

    private static final int DECIMALS = 2;

    /** Computes both; the values may be in any order. */
    public static MeanAndStdDev of(List<BigDecimal> values) {
        if (values.isEmpty()) {
            return new MeanAndStdDev("", "");
        }
        BigDecimal count = BigDecimal.valueOf(values.size());
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        String mean = sum.divide(count, DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
        if (values.size() == 1) {
            return new MeanAndStdDev(mean, "");
        }
        // n times the sum of squares less the square of the sum is exact: no rounding error is magnified by cancellation.
        BigDecimal squares = values.stream().map(v -> v.multiply(v)).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal variance = squares.multiply(count).subtract(sum.multiply(sum))
                .divide(count.multiply(count.subtract(BigDecimal.ONE)), MathContext.DECIMAL128);
        return new MeanAndStdDev(mean, variance.sqrt(MathContext.DECIMAL128).setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString());
    }
}
