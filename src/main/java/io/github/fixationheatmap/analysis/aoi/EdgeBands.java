package io.github.fixationheatmap.analysis.aoi;

import java.util.Arrays;
import java.util.List;

/**
 * A polygon's edges, sorted into horizontal bands so that a point asks only those at its own height: an outline traced pixel by pixel has
 * thousands. An edge stands in each band that it touches; there are as many bands as keep that below {@value #COPIES} copies an edge.
 */
final class EdgeBands {

    private static final int MAX_BANDS = 1_024;
    private static final int COPIES = 4;

    /** Numbers of an edge: ax, ay, bx, by. */
    private static final int EDGE = 4;

    private final double top;
    private final double bandsPerPx;
    private final double[][] bands;

    private EdgeBands(double top, double bandsPerPx, double[][] bands) {
        this.top = top;
        this.bandsPerPx = bandsPerPx;
        this.bands = bands;
    }

    static EdgeBands of(List<Ring> rings, Bounds bounds) {
        long edges = rings.stream().mapToLong(Ring::size).sum();
        for (int count = Math.clamp(edges / COPIES, 1, MAX_BANDS);; count /= 2) {
            double height = bounds.bottom() - bounds.top();
            EdgeBands bands = new EdgeBands(bounds.top(), height > 0 ? count / height : 0, new double[count][]);
            int[] sizes = bands.sizes(rings);
            if (count == 1 || Arrays.stream(sizes).asLongStream().sum() <= COPIES * edges) {
                bands.fill(rings, sizes);
                return bands;
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

    /** Rounding never lets it fall as y rises, so a y between two others has a band between theirs. */
    private int band(double y) {
        return Math.clamp((long) ((y - top) * bandsPerPx), 0, bands.length - 1);
    }

    boolean crossedOddly(double x, double y) {
        double[] edges = bands[band(y)];
        boolean odd = false;
        for (int i = 0; i < edges.length; i += EDGE) {
            odd ^= Edge.crosses(edges[i], edges[i + 1], edges[i + 2], edges[i + 3], x, y);
        }
        return odd;
    }
}
