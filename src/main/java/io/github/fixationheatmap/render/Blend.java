package io.github.fixationheatmap.render;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Rows of both pictures from rows of values: the overlay is {@code photo * (1 - a) + colour * a}, rounded, with {@code a = min(v, 0.8)} and
 * the Turbo colour of {@code round(255 * v)}, which is the heatmap's pixel.
 *
 * <p>Rows come out as PNG's Sub filter has them: a byte 1, then each sample less that of the pixel before.
 *
 * <p>Each loop does one thing, so that the compiler makes vectors of it, all but the one that looks up colours: five times as fast as one
 * loop for all. Arithmetic is in floats, which err by less than 1e-4 of a level: from them a vector narrows to bytes, from ints it does
 * not. For the same reason samples are shifted to be signed. Not safe for use by several threads.
 */
final class Blend {
    private static final byte SUB = 1;
    private static final int SIGN = 0x80;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    /** Constant to the compiler, so that an index of 8 bits needs no check: R, G, B from the lowest byte, signed. */
    private static final int[] TURBO = signedTurbo();

    private final byte[] index;
    private final float[] alpha;
    private final float[] alphas;
    private final byte[] colours;
    private final byte[] photo;
    private final byte[] mixed;

    /** Blends rows of {@code width} pixels. */
    Blend(int width) {
        this.index = new byte[width];
        this.alpha = new float[width];
        this.alphas = new float[3 * width];
        // The last colour is written with one byte too many.
        this.colours = new byte[3 * width + 1];
        this.photo = new byte[3 * width];
        this.mixed = new byte[3 * width];
    }

    /**
     * @param values {@code width} values in [0, 1]
     * @param rgb the photo, {@code 3 * width} bytes
     * @param heatmap takes {@code 1 + width} bytes from {@code heatmapAt}
     * @param overlay takes {@code 1 + 3 * width} bytes from {@code overlayAt}
     */
    void row(float[] values, byte[] rgb, byte[] heatmap, int heatmapAt, byte[] overlay, int overlayAt) {
        index(values, index);
        alpha(values, alpha);
        spread(index, alpha, colours, alphas);
        signed(rgb, photo);
        mix(photo, colours, alphas, mixed);
        heatmap[heatmapAt] = SUB;
        differences(index, 1, heatmap, heatmapAt + 1);
        overlay[overlayAt] = SUB;
        differences(mixed, 3, overlay, overlayAt + 1);
    }

    private static void index(float[] values, byte[] index) {
        for (int x = 0; x < index.length; x++) {
            index[x] = (byte) (int) (values[x] * 255 + 0.5f);
        }
    }

    private static void alpha(float[] values, float[] alpha) {
        for (int x = 0; x < alpha.length; x++) {
            alpha[x] = Math.min(values[x], Turbo.MAX_ALPHA);
        }
    }

    /** From pixels to their three samples. */
    private static void spread(byte[] index, float[] alpha, byte[] colours, float[] alphas) {
        for (int x = 0, i = 0; x < index.length; x++, i += 3) {
            INT.set(colours, i, TURBO[index[x] & 255]);
            float a = alpha[x];
            alphas[i] = a;
            alphas[i + 1] = a;
            alphas[i + 2] = a;
        }
    }

    private static void signed(byte[] samples, byte[] signed) {
        for (int i = 0; i < signed.length; i++) {
            signed[i] = (byte) (samples[i] ^ SIGN);
        }
    }

    private static void mix(byte[] photo, byte[] colours, float[] alphas, byte[] mixed) {
        for (int i = 0; i < mixed.length; i++) {
            float p = photo[i];
            float c = colours[i];
            mixed[i] = (byte) (int) (p + (c - p) * alphas[i] + (SIGN + 0.5f));
        }
    }

    private static void differences(byte[] samples, int distance, byte[] out, int at) {
        System.arraycopy(samples, 0, out, at, distance);
        for (int i = distance; i < samples.length; i++) {
            out[at + i] = (byte) (samples[i] - samples[i - distance]);
        }
    }

    private static int[] signedTurbo() {
        int[] entries = Turbo.entries();
        for (int i = 0; i < entries.length; i++) {
            entries[i] = Integer.reverseBytes(entries[i] ^ 0x808080) >>> 8;
        }
        return entries;
    }
}
