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
    /** Fixed point, the most that an int holds: 255 in units of {@code 2^-23} leaves room for rounding, and no more. */
    private static final int VALUE_BITS = 23;
    /** One less for the mix, which rounds too: it errs by less than 1e-4 of a level. */
    private static final int MIX_BITS = 22;
    private static final int MAX_ALPHA = Math.round(Turbo.MAX_ALPHA * (1 << MIX_BITS));
    /** Constant to the compiler, so that an index of 8 bits needs no check. */
    private static final int[] TURBO = Turbo.entries();

    private Blend() {}

    /**
     * @param values {@code width} values in [0, 1]
     * @param photo {@code 3 * width} bytes
     * @param heatmap takes {@code 1 + width} bytes from {@code heatmapAt}
     * @param overlay takes {@code 1 + 3 * width} bytes from {@code overlayAt}
     */
    static void row(int width, float[] values, byte[] photo, byte[] heatmap, int heatmapAt, byte[] overlay, int overlayAt) {
        heatmap[heatmapAt] = SUB;
        overlay[overlayAt] = SUB;
        int beforeIndex = 0;
        int beforeR = 0;
        int beforeG = 0;
        int beforeB = 0;
        for (int x = 0; x < width; x++) {
            int value = (int) (values[x] * (1 << VALUE_BITS));
            int index = (value * 255 + (1 << (VALUE_BITS - 1))) >> VALUE_BITS;
            int alpha = Math.min(value >> (VALUE_BITS - MIX_BITS), MAX_ALPHA);
            int colour = TURBO[index & 255];
            int r = mixed(photo[3 * x] & 255, colour >> 16, alpha);
            int g = mixed(photo[3 * x + 1] & 255, (colour >> 8) & 255, alpha);
            int b = mixed(photo[3 * x + 2] & 255, colour & 255, alpha);
            heatmap[heatmapAt + 1 + x] = (byte) (index - beforeIndex);
            overlay[overlayAt + 1 + 3 * x] = (byte) (r - beforeR);
            overlay[overlayAt + 2 + 3 * x] = (byte) (g - beforeG);
            overlay[overlayAt + 3 + 3 * x] = (byte) (b - beforeB);
            beforeIndex = index;
            beforeR = r;
            beforeG = g;
            beforeB = b;
        }
    }

    private static int mixed(int photo, int colour, int alpha) {
        return ((photo << MIX_BITS) + (colour - photo) * alpha + (1 << (MIX_BITS - 1))) >> MIX_BITS;
    }
}
