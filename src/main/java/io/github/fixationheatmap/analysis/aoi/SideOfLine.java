package io.github.fixationheatmap.analysis.aoi;

/**
 * The side of a line on which a point lies, decided exactly. A filter with an error bound decides almost all points; the rest is decided by
 * expansions, sums of doubles that do not overlap. Both are of J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast
 * Robust Geometric Predicates" (Discrete and Computational Geometry 18, 1997): the filter is bound A of ORIENT2D (section 4.2), the sum is
 * GROW-EXPANSION (figure 6) of TWO-SUM (figure 4). The product of two doubles and its rounding error take a fused multiply-add.
 */
final class SideOfLine {

    /** The maximum magnitude of a coordinate, above any that a file can state. Larger ones would overflow. */
    static final double MAX = 0x1p46;

    /** Smaller magnitudes count as 0, because their products would underflow. It is 10^-284. */
    static final double MIN = 0x1p-944;

    /** (3 + 16 e) e with e = 2^-53. */
    private static final double ERROR = 3.3306690738754716e-16;

    /** With it no product of coordinates from {@link #MIN} to {@link #MAX} overflows, and each rounding error is a multiple of 2^-1072. */
    private static final double SCALE = 0x1p460;

    private static final int TERMS = 12;

    private SideOfLine() {}

    /** A coordinate as it counts: 0 if it is too small. */
    static double flushed(double coordinate) {
        return Math.abs(coordinate) < MIN ? 0 : coordinate;
    }

    /**
     * Whether (bx - ax)(y - ay) - (x - ax)(by - ay) is above 0, as in exact arithmetic. All magnitudes are 0, or {@link #MIN} to
     * {@link #MAX}.
     */
    static boolean isPositive(double ax, double ay, double bx, double by, double x, double y, Effort effort) {
        double one = (bx - ax) * (y - ay);
        double other = (x - ax) * (by - ay);
        // The bound is valid unless a product underflows: the smallest normal number covers that case.
        double bound = ERROR * (Math.abs(one) + Math.abs(other)) + Double.MIN_NORMAL;
        double difference = one - other;
        if (difference > bound || -difference > bound) {
            return difference > 0;
        }
        effort.add(Effort.EXACT_STEPS);
        return isPositiveExactly(SCALE * ax, SCALE * ay, SCALE * bx, SCALE * by, SCALE * x, SCALE * y);
    }

    /** Multiplied out, ax * ay cancels, and six products are left. */
    private static boolean isPositiveExactly(double ax, double ay, double bx, double by, double x, double y) {
        double[] sum = new double[TERMS];
        int length = addProduct(sum, 0, bx, y);
        length = addProduct(sum, length, -bx, ay);
        length = addProduct(sum, length, -ax, y);
        length = addProduct(sum, length, -x, by);
        length = addProduct(sum, length, x, ay);
        length = addProduct(sum, length, ax, by);
        // The components do not overlap and ascend in magnitude, so the last one that is not 0 has the sign of the sum.
        for (int i = length - 1; i >= 0; i--) {
            if (sum[i] != 0) {
                return sum[i] > 0;
            }
        }
        return false;
    }

    private static int addProduct(double[] sum, int length, double a, double b) {
        double product = a * b;
        return grow(sum, grow(sum, length, Math.fma(a, b, -product)), product);
    }

    /** Adds a number to an expansion, and returns its new length. */
    private static int grow(double[] sum, int length, double addend) {
        double q = addend;
        for (int i = 0; i < length; i++) {
            double total = q + sum[i];
            double part = total - q;
            sum[i] = (q - (total - part)) + (sum[i] - part);
            q = total;
        }
        sum[length] = q;
        return length + 1;
    }
}
