package io.github.fixationheatmap.draw.vector;

import io.github.fixationheatmap.draw.vector.Layer.Window;

/** Rows of bitmaps, scaled to boxes of px: copied where they have the box's size, else mixed of the four nearest px. Not thread-safe. */
final class BitmapScaler {

    private int[] above = {};
    private int[] below = {};
    private final int[] scaled;

    /** A scaler for boxes of at most {@code width} px. */
    BitmapScaler(int width) {
        scaled = new int[width];
    }

    /** The row of a bitmap that stands in row {@code y} of the figure, from the box's left edge on, in an array that is reused. */
    int[] row(Bitmap bitmap, Window box, int y) {
        int boxWidth = box.right() - box.left();
        int boxHeight = box.bottom() - box.top();
        if (above.length < bitmap.width()) {
            above = new int[bitmap.width()];
            below = new int[bitmap.width()];
        }
        if (bitmap.width() == boxWidth && bitmap.height() == boxHeight) {
            bitmap.row(y - box.top(), above);
            return above;
        }
        double at = position(y - box.top(), boxHeight, bitmap.height());
        int first = (int) at;
        bitmap.row(first, above);
        bitmap.row(Math.min(first + 1, bitmap.height() - 1), below);
        for (int x = 0; x < Math.min(boxWidth, scaled.length); x++) {
            double left = position(x, boxWidth, bitmap.width());
            int column = (int) left;
            int next = Math.min(column + 1, bitmap.width() - 1);
            float share = (float) (left - column);
            scaled[x] = mixed(mixed(above[column], above[next], share), mixed(below[column], below[next], share), (float) (at - first));
        }
        return scaled;
    }

    /** The position in a source of the middle of a px, from the middle of its first px on. */
    private static double position(int pixel, int size, int sourceSize) {
        return Math.clamp((pixel + 0.5) * sourceSize / size - 0.5, 0, sourceSize - 1);
    }

    /** Mixes two px; the more opaque one counts more. */
    private static int mixed(int from, int to, float share) {
        if (from == to) {
            return from;
        }
        float a = (from >>> 24) * (1 - share);
        float b = (to >>> 24) * share;
        return a + b == 0 ? 0 : (int) (a + b + 0.5f) << 24 | Layer.mixed(from & 0xffffff, to & 0xffffff, b / (a + b));
    }
}
