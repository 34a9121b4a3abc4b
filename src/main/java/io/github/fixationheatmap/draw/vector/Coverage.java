package io.github.fixationheatmap.draw.vector;

import java.util.Arrays;

/**
 * How much of each px a shape covers. Edges add signed areas to a buffer, whose sums from the left are the shape's winding number, averaged
 * over each px. Exact for straight edges, and the same on any machine. Its buffer is reused. Not thread-safe.
 */
final class Coverage {

    private float[] areas = {};
    private int left;
    private int top;
    private int width;
    private int rows;

    /** Starts an empty shape in a window of px. */
    void begin(int windowLeft, int windowTop, int windowRight, int windowBottom) {
        left = windowLeft;
        top = windowTop;
        width = windowRight - windowLeft;
        rows = windowBottom - windowTop;
        int length = rows * (width + 2);
        if (areas.length < length) {
            areas = new float[length];
        } else {
            Arrays.fill(areas, 0, length, 0);
        }
    }

    /** Adds an edge of a closed shape. */
    void edge(double x1, double y1, double x2, double y2) {
        if (y1 < y2) {
            within(x1 - left, y1 - top, x2 - left, y2 - top, 1);
        } else if (y2 < y1) {
            within(x2 - left, y2 - top, x1 - left, y1 - top, -1);
        }
    }

    /** Cuts an edge at the window. What is left of it counts from its left edge on, what is right of it does not count. */
    private void within(double x1, double y1, double x2, double y2, float sign) {
        double from = Math.max(y1, 0);
        double to = Math.min(y2, rows);
        if (from >= to) {
            return;
        }
        double slope = (x2 - x1) / (y2 - y1);
        double start = x1 + (from - y1) * slope;
        double end = x1 + (to - y1) * slope;
        if (Math.min(start, end) >= 0 && Math.max(start, end) <= width) {
            add(start, from, end, to, sign);
            return;
        }
        double atLeft = crossing(from, to, start, slope, 0);
        double atRight = crossing(from, to, start, slope, width);
        double[] cuts = {from, Math.min(atLeft, atRight), Math.max(atLeft, atRight), to};
        for (int i = 0; i < 3; i++) {
            double middle = start + ((cuts[i] + cuts[i + 1]) / 2 - from) * slope;
            if (cuts[i] < cuts[i + 1] && middle < width) {
                double a = middle < 0 ? 0 : clamp(start + (cuts[i] - from) * slope);
                double b = middle < 0 ? 0 : clamp(start + (cuts[i + 1] - from) * slope);
                add(a, cuts[i], b, cuts[i + 1], sign);
            }
        }
    }

    private double clamp(double x) {
        return Math.clamp(x, 0, width);
    }

    /** Where an edge that begins at ({@code start}, {@code from}) crosses x, or its beginning if it does not. */
    private static double crossing(double from, double to, double start, double slope, double x) {
        double y = slope == 0 ? from : from + (x - start) / slope;
        return y > from && y < to ? y : from;
    }

    /** Adds an edge that lies in the window, row by row. */
    private void add(double x1, double y1, double x2, double y2, float sign) {
        double slope = (x2 - x1) / (y2 - y1);
        int last = (int) Math.ceil(y2);
        double x = x1;
        for (int row = (int) y1; row < last; row++) {
            double height = Math.min(row + 1, y2) - Math.max(row, y1);
            double next = clamp(x + slope * height);
            add(row * (width + 2), Math.min(x, next), Math.max(x, next), (float) height * sign);
            x = next;
        }
    }

    /** Adds the part of an edge in one row: {@code height} is spread over the px that it crosses. */
    private void add(int start, double x1, double x2, float height) {
        int first = (int) x1;
        int end = (int) Math.ceil(x2);
        if (end <= first + 1) {
            float right = (float) ((x1 + x2) / 2 - first);
            areas[start + first] += height * (1 - right);
            areas[start + first + 1] += height * right;
            return;
        }
        float share = (float) (1 / (x2 - x1));
        float covered = 0;
        for (int px = first; px < end; px++) {
            // The area right of the edge in this px, and in all px before it.
            float from = (float) Math.max(x1, px) - px;
            float to = (float) Math.min(x2, px + 1) - px;
            float crossed = (to - from) * share;
            float before = px == first ? 0 : ((float) (px - x1)) * share;
            float area = before + crossed * (1 - (from + to) / 2);
            areas[start + px] += height * (area - covered);
            covered = area;
        }
        areas[start + end] += height * (1 - covered);
    }

    /**
     * Writes the coverage of a row, from the window's left edge on.
     *
     * @param y the row, in the coordinates of the window
     * @param evenOdd whether an area that is enclosed twice is outside
     * @param out receives values from 0 to 1
     */
    void row(int y, boolean evenOdd, float[] out) {
        float sum = 0;
        int start = (y - top) * (width + 2);
        for (int x = 0; x < width; x++) {
            sum += areas[start + x];
            float winding = Math.abs(sum);
            if (evenOdd) {
                float rest = winding % 2;
                winding = rest > 1 ? 2 - rest : rest;
            }
            out[x] = Math.min(1, winding);
        }
    }
}
