package io.github.fixationheatmap.draw.render;

import io.github.fixationheatmap.analysis.grid.Grid;
import java.util.stream.IntStream;

/** Outlines around some bins of a grid, as lines over the rows of an image: a dark line with a light edge. Immutable and thread-safe. */
public final class BinOutlines {

    private static final int LIGHT = 255;
    private static final int DARK = 20;
    /** The image's longer side in widths of the dark line. */
    private static final int WIDTHS = 600;

    private final Grid grid;
    private final boolean[] inside;
    private final int thickness;

    /**
     * Outlines around the bins that are marked.
     *
     * @param inside a mark for each bin, row by row
     */
    public BinOutlines(Grid grid, boolean[] inside) {
        if (inside.length != grid.nx() * grid.ny()) {
            throw new IllegalArgumentException(inside.length + " marks for " + grid.nx() + " x " + grid.ny() + " bins");
        }
        this.grid = grid;
        this.inside = inside.clone();
        this.thickness = Math.max(1, Math.max(grid.width(), grid.height()) / WIDTHS);
    }

    private boolean isInside(int x, int y) {
        return x >= 0 && x < grid.nx() && y >= 0 && y < grid.ny() && inside[y * grid.nx() + x];
    }

    /** The lines of a row: of each its first pixel, the one behind its last, and its level of grey; later ones lie over earlier ones. */
    public int[] row(int y) {
        IntStream.Builder lines = IntStream.builder();
        add(lines, y, 2 * thickness, LIGHT);
        add(lines, y, thickness, DARK);
        return lines.build().toArray();
    }

    /** Adds the parts of a row that are nearer to an edge than half a width: edges below and above, and at the sides of its bins. */
    private void add(IntStream.Builder lines, int y, int width, int grey) {
        double centre = y + 0.5;
        double binHeight = (double) grid.height() / grid.ny();
        int nearest = (int) Math.rint(centre / binHeight);
        if (Math.abs(centre - nearest * binHeight) <= width / 2.0) {
            for (int x = 0; x < grid.nx(); x++) {
                if (isInside(x, nearest - 1) != isInside(x, nearest)) {
                    add(lines, edge(x) - width / 2.0, edge(x + 1) + width / 2.0, grey);
                }
            }
        }
        int row = Math.min((int) (centre / binHeight), grid.ny() - 1);
        for (int x = 0; x <= grid.nx(); x++) {
            if (isInside(x - 1, row) != isInside(x, row)) {
                add(lines, edge(x) - width / 2.0, edge(x) + width / 2.0, grey);
            }
        }
    }

    private double edge(int x) {
        return (double) grid.width() * x / grid.nx();
    }

    private void add(IntStream.Builder lines, double from, double to, int grey) {
        int first = Math.clamp((int) Math.rint(from), 0, grid.width());
        int end = Math.clamp((int) Math.rint(to), 0, grid.width());
        if (first < end) {
            lines.add(first).add(end).add(grey);
        }
    }
}
