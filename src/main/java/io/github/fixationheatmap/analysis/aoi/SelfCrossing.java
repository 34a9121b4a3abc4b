package io.github.fixationheatmap.analysis.aoi;

import io.github.fixationheatmap.analysis.aoi.Polygon.Ring;
import java.util.ArrayList;
import java.util.List;

/** Finds out whether the outline of a polygon crosses itself, as one that was drawn by mistake does. */
final class SelfCrossing {

    /** Pairs of edges are compared: outlines that are drawn by hand have fewer edges. */
    private static final int MAX_EDGES = 200;

    /** The relative error below which a point counts as on a line: outlines that only touch themselves do not cross. */
    private static final double ERROR = 1e-9;

    private SelfCrossing() {}

    private record Edge(double ax, double ay, double bx, double by) {

        boolean crosses(Edge other) {
            return side(other.ax, other.ay) * side(other.bx, other.by) < 0 && other.side(ax, ay) * other.side(bx, by) < 0;
        }

        /** 1 or -1 on one or the other side of the edge's line, 0 on the line. */
        private int side(double x, double y) {
            double one = (bx - ax) * (y - ay);
            double other = (by - ay) * (x - ax);
            return Math.abs(one - other) <= ERROR * (Math.abs(one) + Math.abs(other)) ? 0 : (int) Math.signum(one - other);
        }
    }

    /** Whether two edges of the rings cross, in a point that is no end of either. Polygons of more than {@value #MAX_EDGES} edges pass. */
    static boolean in(List<Ring> rings) {
        if (rings.stream().mapToInt(Ring::size).sum() > MAX_EDGES) {
            return false;
        }
        List<Edge> edges = new ArrayList<>();
        for (Ring ring : rings) {
            for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                Edge edge = new Edge(ring.xs[j], ring.ys[j], ring.xs[i], ring.ys[i]);
                if (edges.stream().anyMatch(edge::crosses)) {
                    return true;
                }
                edges.add(edge);
            }
        }
        return false;
    }
}
