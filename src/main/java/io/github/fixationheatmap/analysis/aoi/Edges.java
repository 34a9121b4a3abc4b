package io.github.fixationheatmap.analysis.aoi;

import io.github.fixationheatmap.analysis.aoi.Polygon.Ring;
import java.util.List;

/**
 * A polygon's edges, sorted into horizontal bands: a point is tested against the edges at its own height only, because an outline traced
 * pixel by pixel has thousands. Each band holds all edges that touch it; the number of bands is chosen so that there are at most
 * {@value #COPIES} times as many entries as edges, and at most {@value #MAX_MORE} more. So all edges may lie in one band: {@link Effort}
 * bounds the work.
 */
final class Edges {

    private static final int MAX_BANDS = 1 << 14;
    private static final int COPIES = 4;
    private static final int MAX_MORE = 1 << 20;

    /** Numbers for each edge: ax, ay, bx, by. */
    private static final int EDGE = 4;

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
            if (bands == 1 || edges.entries(rings) <= Math.min(COPIES * count, count + MAX_MORE)) {
                edges.fill(rings);
                return edges;
            }
        }
    }

    private interface EdgeSink {
        void accept(Ring ring, int i, int j, int firstBand, int lastBand);
    }

    /** Passes all edges that are not horizontal. */
    private void forEach(List<Ring> rings, EdgeSink sink) {
        for (Ring ring : rings) {
            for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                if (ring.ys[i] != ring.ys[j]) {
                    sink.accept(ring, i, j, band(Math.min(ring.ys[i], ring.ys[j])), band(Math.max(ring.ys[i], ring.ys[j])));
                }
            }
        }
    }

    /** The number of entries of all bands. It takes a step for each edge, not for each entry. */
    private long entries(List<Ring> rings) {
        long[] entries = {0};
        forEach(rings, (ring, i, j, first, last) -> entries[0] += last - first + 1);
        return entries[0];
    }

    private void fill(List<Ring> rings) {
        int[] sizes = new int[bands.length];
        forEach(rings, (ring, i, j, first, last) -> {
            for (int band = first; band <= last; band++) {
                sizes[band]++;
            }
        });
        for (int band = 0; band < bands.length; band++) {
            bands[band] = new double[EDGE * sizes[band]];
        }
        forEach(rings, (ring, i, j, first, last) -> {
            for (int band = first; band <= last; band++) {
                int at = EDGE * --sizes[band];
                bands[band][at] = ring.xs[i];
                bands[band][at + 1] = ring.ys[i];
                bands[band][at + 2] = ring.xs[j];
                bands[band][at + 3] = ring.ys[j];
            }
        });
    }

    /** Monotonic in y despite rounding, so the band of a y between two others lies between their bands. */
    private int band(double y) {
        return Math.clamp((long) ((y - top) * bandsPerPx), 0, bands.length - 1);
    }

    /** Whether the ray from (x, y) to the right crosses an odd number of edges. */
    boolean crossedOddly(double x, double y, Effort effort) {
        double[] edges = bands[band(y)];
        effort.add(edges.length / EDGE);
        boolean odd = false;
        for (int i = 0; i < edges.length; i += EDGE) {
            odd ^= crosses(edges[i], edges[i + 1], edges[i + 2], edges[i + 3], x, y, effort);
        }
        return odd;
    }

    /**
     * Whether the edge from (ax, ay) to (bx, by) crosses the ray from (x, y) to the right. The upper end belongs to an edge and the lower
     * end does not; a horizontal edge is never crossed, and a point on the edge counts as right of it. The result equals that of exact
     * arithmetic, so it is the same for both directions of the edge, and for any two edges on the same line.
     */
    static boolean crosses(double ax, double ay, double bx, double by, double x, double y, Effort effort) {
        if (ay > y == by > y) {
            return false;
        }
        if (x < ax && x < bx) {
            return true;
        }
        if (x >= ax && x >= bx) {
            return false;
        }
        // Left of the line that runs down.
        return ay < by ? SideOfLine.isPositive(ax, ay, bx, by, x, y, effort) : SideOfLine.isPositive(bx, by, ax, ay, x, y, effort);
    }
}
