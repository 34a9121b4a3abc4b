package io.github.fixationheatmap.analysis.aoi;

import io.github.fixationheatmap.analysis.aoi.Polygon.Ring;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * A polygon's edges, sorted into horizontal bands: a point is tested against the edges at its own height only, because an outline traced
 * pixel by pixel has thousands. Each band holds all edges that touch it; the number of bands is chosen so that there are at most
 * {@value #COPIES} times as many entries as edges.
 */
final class Edges {

    private static final int MAX_BANDS = 1_024;
    private static final int COPIES = 4;

    /** Numbers for each edge: ax, ay, bx, by. */
    private static final int EDGE = 4;

    /** (3 + 16 e) e with e = 2^-53: the bound A of J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic" (1997), orient2d. */
    private static final double ERROR = 3.3306690738754716e-16;

    private final double top;
    private final double bandsPerPx;
    private final double[][] bands;

    private Edges(double top, double bandsPerPx, double[][] bands) {
        this.top = top;
        this.bandsPerPx = bandsPerPx;
        this.bands = bands;
    }

    static Edges of(List<Ring> rings, Area.Bounds bounds) {
        long count = rings.stream().mapToLong(Ring::size).sum();
        for (int bands = Math.clamp(count / COPIES, 1, MAX_BANDS);; bands /= 2) {
            double height = bounds.bottom() - bounds.top();
            Edges edges = new Edges(bounds.top(), height > 0 ? bands / height : 0, new double[bands][]);
            int[] sizes = edges.sizes(rings);
            if (bands == 1 || Arrays.stream(sizes).asLongStream().sum() <= COPIES * count) {
                edges.fill(rings, sizes);
                return edges;
            }
        }
    }

    private int[] sizes(List<Ring> rings) {
        int[] sizes = new int[bands.length];
        for (Ring ring : rings) {
            for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                if (ring.ys[i] != ring.ys[j]) {
                    for (int band = firstBand(ring, i, j); band <= lastBand(ring, i, j); band++) {
                        sizes[band]++;
                    }
                }
            }
        }
        return sizes;
    }

    private void fill(List<Ring> rings, int[] sizes) {
        for (int band = 0; band < bands.length; band++) {
            bands[band] = new double[EDGE * sizes[band]];
        }
        int[] used = new int[bands.length];
        for (Ring ring : rings) {
            for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                if (ring.ys[i] != ring.ys[j]) {
                    for (int band = firstBand(ring, i, j); band <= lastBand(ring, i, j); band++) {
                        int at = EDGE * used[band]++;
                        bands[band][at] = ring.xs[i];
                        bands[band][at + 1] = ring.ys[i];
                        bands[band][at + 2] = ring.xs[j];
                        bands[band][at + 3] = ring.ys[j];
                    }
                }
            }
        }
    }

    private int firstBand(Ring ring, int i, int j) {
        return band(Math.min(ring.ys[i], ring.ys[j]));
    }

    private int lastBand(Ring ring, int i, int j) {
        return band(Math.max(ring.ys[i], ring.ys[j]));
    }

    /** Monotonic in y despite rounding, so the band of a y between two others lies between their bands. */
    private int band(double y) {
        return Math.clamp((long) ((y - top) * bandsPerPx), 0, bands.length - 1);
    }

    /** Whether the ray from (x, y) to the right crosses an odd number of edges. */
    boolean crossedOddly(double x, double y) {
        double[] edges = bands[band(y)];
        boolean odd = false;
        for (int i = 0; i < edges.length; i += EDGE) {
            odd ^= crosses(edges[i], edges[i + 1], edges[i + 2], edges[i + 3], x, y);
        }
        return odd;
    }

    /**
     * Whether the edge from (ax, ay) to (bx, by) crosses the ray from (x, y) to the right. The upper end belongs to an edge and the lower
     * end does not; a horizontal edge is never crossed, and a point on the edge counts as right of it. The result equals that of exact
     * arithmetic, so it is the same for both directions of the edge, and for any two edges on the same line.
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
        // The bound is valid unless a product underflows: the smallest normal number covers that case.
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
