package io.github.fixationheatmap.draw.render;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Computes rows of both images from rows of values. The overlay is {@code image * (1 - a) + colour * a}, rounded, with
 * {@code a = min(v, opacity)} and the colour of {@code round(255 * v)}, which is the heatmap's pixel; {@link ColourScale.Kind} has
 * the alpha of differences.
 *
 * <p>Rows are written with PNG's Sub filter: a byte 1, then each sample minus that of the previous pixel.
 *
 * <p>Each loop does one step, with the same index for all its arrays, so that the JIT compiler vectorises it (except for the two loops from
 * pixels to samples). This is three times as fast as a single loop. Arithmetic is in floats, with an error below 1e-4 of a level, because
 * the compiler vectorises conversions to bytes from floats, but not from ints. For the same reason samples are shifted to be signed. Where
 * the values are 0, often in half of an image, the reference image is copied. Not thread-safe.
 */
final class OverlayBlender {
    private static final byte SUB = 1;
    private static final int SIGN = 0x80;
    /** Smaller values count as 0: their index is 0, and no sample changes by half a level, as colour 0 differs by at most 237 from any. */
    private static final float MIN_VISIBLE = 0.5f / 255;
    private static final int BLOCK = 64;
    private static final int[] NO_LINES = {};
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    /** R, G, B from the lowest byte, signed. A constant for the JIT compiler, so that an index of 8 bits needs no range check. */
    private static final int[] TURBO = signed(Turbo.entries());

    private final ColourScale scale;
    /** As {@link #TURBO}, for another colour map. */
    private final int[] others;
    private final int width;
    private final byte[] index;
    private final float[] alphas;
    private final byte[] colours;
    private final byte[] image;
    private final byte[] mixed;
    private final byte[] differences;

    /** Blends rows of {@code width} pixels. */
    OverlayBlender(int width, ColourScale scale) {
        this.scale = scale;
        this.others = scale.isTurbo() ? TURBO : signed(scale.entries());
        this.width = width;
        this.index = new byte[width];
        this.alphas = new float[3 * width];
        // One byte more, because the last colour is written as 4 bytes.
        this.colours = new byte[3 * width + 1];
        this.image = new byte[3 * width];
        this.mixed = new byte[3 * width];
        this.differences = new byte[3 * width];
    }

    /**
     * @param values {@code width} values in [0, 1]; those below the threshold are set to 0
     * @param rgb the reference image, {@code 3 * width} bytes
     * @param heatmap receives {@code 1 + width} bytes from {@code heatmapAt}
     * @param overlay receives {@code 1 + 3 * width} bytes from {@code overlayAt}
     */
    void row(float[] values, byte[] rgb, byte[] heatmap, int heatmapAt, byte[] overlay, int overlayAt) {
        row(values, rgb, heatmap, heatmapAt, overlay, overlayAt, NO_LINES);
    }

    /** As the other {@code row}, with lines over the overlay: of each its first pixel, the one behind its last, and its level of grey. */
    void row(float[] values, byte[] rgb, byte[] heatmap, int heatmapAt, byte[] overlay, int overlayAt, int[] lines) {
        switch (scale.kind()) {
            case SHARES -> {
                scale.cut(values);
                mix(values, rgb);
            }
            case DIFFERENCES -> mix(values, rgb, 0, width);
        }
        for (int i = 0; i < lines.length; i += 3) {
            Arrays.fill(mixed, 3 * lines[i], 3 * lines[i + 1], (byte) lines[i + 2]);
        }
        filter(index, 1, heatmap, heatmapAt);
        filter(mixed, 3, overlay, overlayAt);
    }

    private void mix(float[] values, byte[] rgb) {
        for (int from = 0, to; from < width; from = to) {
            boolean zero = isZero(values, from, Math.min(from + BLOCK, width));
            to = from;
            do {
                to = Math.min(to + BLOCK, width);
            } while (to < width && isZero(values, to, Math.min(to + BLOCK, width)) == zero);
            if (zero) {
                Arrays.fill(index, from, to, (byte) 0);
                System.arraycopy(rgb, 3 * from, mixed, 3 * from, 3 * (to - from));
            } else {
                mix(values, rgb, from, to);
            }
        }
    }

    private void mix(float[] values, byte[] rgb, int from, int to) {
        index(values, index, from, to);
        if (others == TURBO) {
            colours(index, from, to, colours);
        } else {
            colours(others, index, from, to, colours);
        }
        switch (scale.kind()) {
            case SHARES -> alphas(values, scale.opacity(), from, to, alphas);
            case DIFFERENCES -> alphasOfDifferences(values, scale.opacity(), from, to, alphas);
        }
        signed(rgb, image, 3 * from, 3 * to);
        mix(image, colours, alphas, mixed, 3 * from, 3 * to);
    }

    private static boolean isZero(float[] values, int from, int to) {
        for (int x = from; x < to; x++) {
            if (values[x] >= MIN_VISIBLE) {
                return false;
            }
        }
        return true;
    }

    private static void index(float[] values, byte[] index, int from, int to) {
        for (int x = from; x < to; x++) {
            index[x] = (byte) (int) (values[x] * 255 + 0.5f);
        }
    }

    /** Writes 4 bytes for each colour; the next colour overwrites the fourth. */
    private static void colours(byte[] index, int from, int to, byte[] colours) {
        for (int x = from, i = 3 * from; x < to; x++, i += 3) {
            INT.set(colours, i, TURBO[index[x] & 255]);
        }
    }

    private static void colours(int[] entries, byte[] index, int from, int to, byte[] colours) {
        for (int x = from, i = 3 * from; x < to; x++, i += 3) {
            INT.set(colours, i, entries[index[x] & 255]);
        }
    }

    private static void alphas(float[] values, float opacity, int from, int to, float[] alphas) {
        for (int x = from, i = 3 * from; x < to; x++, i += 3) {
            float value = values[x];
            float a = value < opacity ? value : opacity;
            alphas[i] = a;
            alphas[i + 1] = a;
            alphas[i + 2] = a;
        }
    }

    private static void alphasOfDifferences(float[] values, float opacity, int from, int to, float[] alphas) {
        for (int x = from, i = 3 * from; x < to; x++, i += 3) {
            float a = Math.min(Math.abs(2 * values[x] - 1), opacity);
            alphas[i] = a;
            alphas[i + 1] = a;
            alphas[i + 2] = a;
        }
    }

    private static void signed(byte[] samples, byte[] signed, int from, int to) {
        for (int i = from; i < to; i++) {
            signed[i] = (byte) (samples[i] ^ SIGN);
        }
    }

    private static void mix(byte[] image, byte[] colours, float[] alphas, byte[] mixed, int from, int to) {
        for (int i = from; i < to; i++) {
            float p = image[i];
            float c = colours[i];
            mixed[i] = (byte) (int) (p + (c - p) * alphas[i] + (SIGN + 0.5f));
        }
    }

    /** The previous pixel is copied to the same index first, which is eight times as fast as a loop that reads two indices. */
    private void filter(byte[] samples, int distance, byte[] out, int at) {
        out[at] = SUB;
        Arrays.fill(differences, 0, distance, (byte) 0);
        System.arraycopy(samples, 0, differences, distance, samples.length - distance);
        subtractFrom(samples, differences, samples.length);
        System.arraycopy(differences, 0, out, at + 1, samples.length);
    }

    private static void subtractFrom(byte[] samples, byte[] previous, int length) {
        for (int i = 0; i < length; i++) {
            previous[i] = (byte) (samples[i] - previous[i]);
        }
    }

    private static int[] signed(int[] entries) {
        for (int i = 0; i < entries.length; i++) {
            entries[i] = Integer.reverseBytes(entries[i] ^ 0x808080) >>> 8;
        }
        return entries;
    }
}
