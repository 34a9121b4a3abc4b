package io.github.fixationheatmap.analysis.aoi;

import io.github.fixationheatmap.analysis.aoi.Polygon.Ring;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Cuts an image into convex pieces that tile it. Cuts run between midpoints of edges, so corners lie on the edges of neighbours.
 */
final class Pieces {

    private Pieces() {}

    /** Pieces as lists of corners; every number is a multiple of a power of two, so that midpoints of edges are exact. */
    static List<List<double[]>> of(int width, int height, int cuts, Random random) {
        List<List<double[]>> pieces = new ArrayList<>();
        pieces.add(List.of(new double[] {0, 0}, new double[] {width, 0}, new double[] {width, height}, new double[] {0, height}));
        for (int i = 0; i < cuts; i++) {
            cut(pieces, random);
        }
        return pieces;
    }

    private static void cut(List<List<double[]>> pieces, Random random) {
        List<double[]> piece = pieces.remove(random.nextInt(pieces.size()));
        List<double[]> outline = new ArrayList<>();
        for (int i = 0; i < piece.size(); i++) {
            double[] a = piece.get(i);
            double[] b = piece.get((i + 1) % piece.size());
            outline.add(a);
            outline.add(new double[] {(a[0] + b[0]) / 2, (a[1] + b[1]) / 2});
        }
        int from = 2 * random.nextInt(piece.size()) + 1;
        int to = from + 2 * (1 + random.nextInt(piece.size() - 1));
        List<double[]> one = new ArrayList<>();
        List<double[]> other = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            one.add(outline.get(i % outline.size()));
        }
        for (int i = to; i <= from + outline.size(); i++) {
            other.add(outline.get(i % outline.size()));
        }
        pieces.add(one);
        pieces.add(other);
    }

    static Aoi aoi(List<double[]> corners, int number) {
        double[] xs = corners.stream().mapToDouble(c -> c[0]).toArray();
        double[] ys = corners.stream().mapToDouble(c -> c[1]).toArray();
        return new Aoi("id" + number, "piece " + number, List.of("piece " + number), Polygon.of(List.of(Ring.of(xs, ys))));
    }
}
