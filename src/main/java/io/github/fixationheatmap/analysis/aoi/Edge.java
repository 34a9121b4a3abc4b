package io.github.fixationheatmap.analysis.aoi;

import java.math.BigDecimal;

/** An edge of a polygon, as the ray to the right of a point meets it. */
final class Edge {

    /** (3 + 16 e) e with e = 2^-53: the bound A of J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic" (1997), orient2d. */
    private static final double ERROR = 3.3306690738754716e-16;

    private Edge() {}

    /**
     * Whether the edge from (ax, ay) to (bx, by) crosses the ray from (x, y) to the right. An edge owns its upper end and not its lower
     * one, a horizontal edge owns nothing, and a point on the edge is right of it. The answer is that of exact arithmetic, so it is the
     * same for either direction of the edge and for any two edges that lie on one line.
     */
    static boolean crosses(double ax, double ay, double bx, double by, double x, double y) {
        if (ay > y == by > y) {
            return false;
        }
        if (x < ax && x < bx) {
            return true;
        }
        if (x >= ax && x >= bx) {
            return false;
        }
        return ay < by ? isLeft(ax, ay, bx, by, x, y) : isLeft(bx, by, ax, ay, x, y);
    }

    /** Whether the point lies left of the line that runs down from (ax, ay) to (bx, by). */
    private static boolean isLeft(double ax, double ay, double bx, double by, double x, double y) {
        double one = (bx - ax) * (y - ay);
        double other = (x - ax) * (by - ay);
        // The bound holds where nothing underflows: the least normal number covers what does.
        double bound = ERROR * (Math.abs(one) + Math.abs(other)) + Double.MIN_NORMAL;
        double difference = one - other;
        if (difference > bound || -difference > bound) {
            return difference > 0;
        }
        return exact(bx, ax).multiply(exact(y, ay)).compareTo(exact(x, ax).multiply(exact(by, ay))) > 0;
    }

    private static BigDecimal exact(double minuend, double subtrahend) {
        return new BigDecimal(minuend).subtract(new BigDecimal(subtrahend));
    }
}
