package io.github.fixationheatmap.analysis.aoi;

import io.github.fixationheatmap.model.TimeCheck;
import java.util.List;

/**
 * Finds the AOIs that contain a point without testing them all: a uniform grid of cells over the image, each with the AOIs whose bounds
 * overlap it.
 *
 * <p>The heatmap counts fixations on the image's far edges, x = width and y = height, which no half-open area contains. There the next
 * smaller number is looked up instead, so that AOIs that tile the image count every fixation exactly once.
 *
 * <p>Not thread-safe, because it counts its work.
 */
public final class AoiIndex {

    /** The maximum number of cells along each side; fewer AOIs get fewer cells. */
    private static final int MAX_CELLS = 64;

    /** The maximum number of entries in all cells, 4 bytes each: enough for 1,000 AOIs that all cover the whole image. */
    private static final long MAX_ENTRIES = 1_000L * MAX_CELLS * MAX_CELLS;

    private final Area[] areas;
    private final double lastX;
    private final double lastY;
    private final double cellsPerPxX;
    private final double cellsPerPxY;
    private final int side;
    /** The AOIs of cell i, ascending, are entries[first[i]] to entries[first[i + 1] - 1]. */
    private final int[] first;
    private final int[] entries;
    private final Effort effort;

    /** Builds the index for an image of this size, in px. */
    public AoiIndex(List<Aoi> aois, int width, int height) {
        this(aois, width, height, new Effort(TimeCheck.NONE));
    }

    /** The same, with its work counted. */
    public AoiIndex(List<Aoi> aois, int width, int height, Effort effort) {
        this.effort = effort;
        this.areas = aois.stream().map(Aoi::area).toArray(Area[]::new);
        this.lastX = Math.nextDown((double) width);
        this.lastY = Math.nextDown((double) height);
        int cells = Math.clamp((long) (4 * Math.sqrt(areas.length)), 1, MAX_CELLS);
        while (cells > 1 && (long) areas.length * cells * cells > MAX_ENTRIES) {
            cells /= 2;
        }
        this.side = cells;
        this.cellsPerPxX = (double) side / width;
        this.cellsPerPxY = (double) side / height;
        this.first = new int[side * side + 1];
        for (int i = 0; i < areas.length; i++) {
            forEachCell(areas[i].bounds(), cell -> first[cell + 1]++);
        }
        for (int cell = 0; cell < side * side; cell++) {
            first[cell + 1] += first[cell];
        }
        this.entries = new int[first[side * side]];
        int[] next = first.clone();
        for (int i = 0; i < areas.length; i++) {
            int aoi = i;
            forEachCell(areas[i].bounds(), cell -> entries[next[cell]++] = aoi);
        }
    }

    private interface CellSink {
        void accept(int cell);
    }

    private void forEachCell(Area.Bounds bounds, CellSink sink) {
        for (int row = cell(bounds.top() * cellsPerPxY); row <= cell(bounds.bottom() * cellsPerPxY); row++) {
            for (int column = cell(bounds.left() * cellsPerPxX); column <= cell(bounds.right() * cellsPerPxX); column++) {
                sink.accept(row * side + column);
            }
        }
    }

    /** Monotonic despite rounding, so the cell of a point within bounds lies within the cells of the bounds. */
    private int cell(double coordinate) {
        return Math.clamp((long) coordinate, 0, side - 1);
    }

    /**
     * Finds the AOIs that contain a point of the image.
     *
     * @param x px from the left edge, 0 to width
     * @param y px from the top edge, 0 to height
     * @param found receives their indices, ascending; at least as long as the list of AOIs
     * @return the number of AOIs found
     * @throws io.github.fixationheatmap.model.FixationListener.LimitExceededException if this and all earlier points took too much work
     */
    public int find(double x, double y, int[] found) {
        double px = Math.min(x, lastX);
        double py = Math.min(y, lastY);
        int cell = cell(py * cellsPerPxY) * side + cell(px * cellsPerPxX);
        effort.add(first[cell + 1] - first[cell]);
        int count = 0;
        for (int i = first[cell]; i < first[cell + 1]; i++) {
            if (contains(areas[entries[i]], px, py)) {
                found[count++] = entries[i];
            }
        }
        return count;
    }

    private boolean contains(Area area, double x, double y) {
        return area instanceof Polygon polygon ? polygon.contains(x, y, effort) : area.contains(x, y);
    }
}
