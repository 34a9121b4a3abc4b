package io.github.fixationheatmap.analysis.aoi;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Follows the edges of the set pixels of a raster. Pixels that touch by a corner alone are apart. */
final class MaskOutline {

    /** The longer side of the raster that is followed, in cells. */
    private static final int MAX_CELLS = 500;

    /** Right, down, left, up: the inside is on the right hand. */
    private static final int[] DX = {1, 0, -1, 0};
    private static final int[] DY = {0, 1, 0, -1};

    private final int width;
    private final BitSet cells;
    private final BitSet[] edges = {new BitSet(), new BitSet(), new BitSet(), new BitSet()};

    /** A raster of cells, with an empty one on each side. */
    private MaskOutline(int width, BitSet cells) {
        this.width = width;
        this.cells = cells;
    }

    /**
     * The outline.
     *
     * @param pixels the pixels, row by row
     * @param maxPoints if there are more points, the raster is followed at half its size, and so on; a cell is set if one of its pixels is
     * @return the rings' corners in pixels: x, y of each
     */
    static List<List<Integer>> of(BitSet pixels, int width, int height, int maxPoints) {
        for (int step = (Math.max(width, height) - 1) / MAX_CELLS + 1;; step *= 2) {
            int columns = (width - 1) / step + 3;
            List<List<Integer>> rings = new MaskOutline(columns, coarser(pixels, width, step, columns)).rings();
            if (step >= Math.max(width, height) || rings.stream().mapToLong(List::size).sum() <= 2L * maxPoints) {
                int factor = step;
                return rings.stream().map(ring -> {
                    List<Integer> points = new ArrayList<>();
                    for (int i = 0; i < ring.size(); i += 2) {
                        points.add(Math.min(width, (ring.get(i) - 1) * factor));
                        points.add(Math.min(height, (ring.get(i + 1) - 1) * factor));
                    }
                    return points;
                }).toList();
            }
        }
    }

    private static BitSet coarser(BitSet pixels, int width, int step, int columns) {
        BitSet cells = new BitSet();
        for (int set = pixels.nextSetBit(0); set >= 0;) {
            int y = set / width;
            int column = set % width / step;
            cells.set((y / step + 1) * columns + column + 1);
            set = pixels.nextSetBit(y * width + Math.min(width, (column + 1) * step));
        }
        return cells;
    }

    private List<List<Integer>> rings() {
        for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
            mark(cell - width, 0, cell);
            mark(cell + 1, 1, cell + 1);
            mark(cell + width, 2, cell + width + 1);
            mark(cell - 1, 3, cell + width);
        }
        List<List<Integer>> rings = new ArrayList<>();
        for (int start = edges[0].nextSetBit(0); start >= 0; start = edges[0].nextSetBit(start)) {
            rings.add(ring(start));
        }
        return rings;
    }

    /** Notes an edge that begins at a corner, if the cell behind it is not set. */
    private void mark(int behind, int direction, int corner) {
        if (!cells.get(behind)) {
            edges[direction].set(corner);
        }
    }

    /** Follows one ring, and removes its edges. A corner is named like the cell whose upper left corner it is. */
    private List<Integer> ring(int start) {
        List<Integer> ring = new ArrayList<>();
        int at = start;
        int direction = 0;
        do {
            ring.add(at % width);
            ring.add(at / width);
            while (edges[direction].get(at)) {
                edges[direction].clear(at);
                at += DX[direction] + DY[direction] * width;
                // Right first, so that the ring leaves a pixel that touches by a corner alone.
                if (edges[(direction + 1) % 4].get(at)) {
                    break;
                }
            }
            direction = edges[(direction + 1) % 4].get(at) ? (direction + 1) % 4 : (direction + 3) % 4;
        } while (at != start);
        return ring;
    }
}
