package io.github.fixationheatmap.render;

/**
 * One row of both pictures from one row of values: the overlay is {@code photo * (1 - a) + colour * a}, rounded, with
 * {@code a = min(v, 0.8)} and the Turbo colour of {@code round(255 * v)}, which is the heatmap's pixel.
 *
 * <p>Rows come out as PNG's Sub filter has them (a byte 1, then each sample less that of the pixel before), while the samples
 * are in registers anyway.
 */
final class Blend {
    private static final byte SUB = 1;
    /** Fixed point: alpha times a sample just fits in an int, and rounding errs by less than 1e-4 of a level. */
    private static final int BITS = 22;
    private static final int HALF = 1 << (BITS - 1);

    private final int[] turbo = Turbo.entries();

    /**
     * @param values {@code width} values in [0, 1]
     * @param photo {@code 3 * width} bytes
     * @param heatmap takes {@code 1 + width} bytes from {@code heatmapAt}
     * @param overlay takes {@code 1 + 3 * width} bytes from {@code overlayAt}
     */
    void row(int width, float[] values, byte[] photo, byte[] heatmap, int heatmapAt, byte[] overlay, int overlayAt) {
        int[] colours = turbo;
        heatmap[heatmapAt] = SUB;
        overlay[overlayAt] = SUB;
        int h = heatmapAt + 1;
        int o = overlayAt + 1;
        int beforeIndex = 0;
        int beforeR = 0;
        int beforeG = 0;
        int beforeB = 0;
        for (int x = 0, p = 0; x < width; x++, p += 3, o += 3) {
            float value = values[x];
            int index = (int) (value * 255 + 0.5f);
            int alpha = (int) (Math.min(value, Turbo.MAX_ALPHA) * (1 << BITS));
            int colour = colours[index];
            int r = mixed(photo[p] & 255, colour >> 16, alpha);
            int g = mixed(photo[p + 1] & 255, (colour >> 8) & 255, alpha);
            int b = mixed(photo[p + 2] & 255, colour & 255, alpha);
            heatmap[h + x] = (byte) (index - beforeIndex);
            overlay[o] = (byte) (r - beforeR);
            overlay[o + 1] = (byte) (g - beforeG);
            overlay[o + 2] = (byte) (b - beforeB);
            beforeIndex = index;
            beforeR = r;
            beforeG = g;
            beforeB = b;
        }
    }

    private static int mixed(int photo, int colour, int alpha) {
        return ((photo << BITS) + (colour - photo) * alpha + HALF) >> BITS;
    }
}
