package io.github.fixationheatmap.draw.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Five ticks of a scale from 0, at round numbers.
 *
 * @param step from one tick to the next, above 0
 */
public record Ticks(BigDecimal step) {

    private static final int STEPS = 4;

    private static final List<BigDecimal> ROUND = List.of(BigDecimal.ONE, new BigDecimal("1.25"), new BigDecimal("1.5"),
            new BigDecimal("2"), new BigDecimal("2.5"), new BigDecimal("3"), new BigDecimal("4"), new BigDecimal("5"),
            new BigDecimal("6"), new BigDecimal("7"), new BigDecimal("8"), new BigDecimal("9"), BigDecimal.TEN);

    /** The ticks whose last one is the first round number that is not below {@code max}; up to 1 for a maximum of 0. */
    public static Ticks upTo(double max) {
        if (!(max > 0 && max < Double.POSITIVE_INFINITY)) {
            return upTo(1);
        }
        BigDecimal least = new BigDecimal(max).divide(BigDecimal.valueOf(STEPS));
        int exponent = least.precision() - least.scale() - 1;
        return ROUND.stream().map(each -> each.scaleByPowerOfTen(exponent)).filter(each -> each.compareTo(least) >= 0)
                .findFirst().map(Ticks::new).orElseThrow();
    }

    /** The last tick. */
    public double top() {
        return step.multiply(BigDecimal.valueOf(STEPS)).doubleValue();
    }

    /** The values of all ticks, from 0. */
    public List<String> labels() {
        return IntStream.rangeClosed(0, STEPS).mapToObj(i -> {
            BigDecimal value = step.multiply(BigDecimal.valueOf(i));
            int decimals = value.signum() == 0 ? 0 : Math.max(0, value.stripTrailingZeros().scale());
            return String.format(Locale.ROOT, "%,." + decimals + "f", value);
        }).toList();
    }
}
