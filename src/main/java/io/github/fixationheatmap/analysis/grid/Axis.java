package io.github.fixationheatmap.analysis.grid;

/**
 * The bins along one side of an image: those of {@code numpy.histogram} over [0, size]. Edge {@code i} is {@code i * (size / bins)} in
 * double arithmetic. Values are compared with the edges, not divided by the bin size. Bins are half-open, and the last one is closed.
 */
public final class Axis {

    private final double[] edges;

    /** {@code numpy.linspace(0, size, bins + 1)}. */
    Axis(int size, int bins) {
        edges = new double[bins + 1];
        double step = (double) size / bins;
        for (int i = 0; i < bins; i++) {
            edges[i] = i * step;
        }
        edges[bins] = size;
    }

    /** A copy of the edges, one more than there are bins, in px. */
    public double[] edges() {
        return edges.clone();
    }

    /** The bin of a value in [0, size]: estimated by division, then corrected by comparison with the edges. */
    public int bin(double value) {
        int last = edges.length - 2;
        int bin = Math.min(last, (int) (value / edges[1]));
        while (value < edges[bin]) {
            bin--;
        }
        while (bin < last && value >= edges[bin + 1]) {
            bin++;
        }
        return bin;
    }
}
