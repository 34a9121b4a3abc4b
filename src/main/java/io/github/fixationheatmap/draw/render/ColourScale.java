package io.github.fixationheatmap.draw.render;

import io.github.fixationheatmap.options.Colormap;
import io.github.fixationheatmap.options.FigureOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What value gets which colour: entry {@code round(255 * v)} of a colour map with alpha {@code min(v, opacity)}; values below the threshold
 * are transparent.
 *
 * @param map the colour map
 * @param opacity the maximum alpha
 * @param threshold the smallest value that is shown
 */
public record ColourScale(Colormap map, float opacity, float threshold) {

    /** The number of colours. */
    public static final int SIZE = 256;

    /** The scale of the published recipe. */
    public static final ColourScale PUBLISHED = of(FigureOptions.PUBLISHED);

    private static final String FILE = "colormaps.txt";

    /** The scale that options choose. */
    public static ColourScale of(FigureOptions options) {
        return new ColourScale(options.colormap(), (float) options.opacity(), (float) options.threshold());
    }

    /** All colours as 0xRRGGBB. */
    public int[] entries() {
        return map == Colormap.TURBO ? Turbo.entries() : read(map);
    }

    /** All colours in the format of PNG's PLTE chunk: R, G, B. */
    public byte[] palette() {
        int[] entries = entries();
        byte[] palette = new byte[3 * SIZE];
        for (int i = 0; i < SIZE; i++) {
            palette[3 * i] = (byte) (entries[i] >> 16);
            palette[3 * i + 1] = (byte) (entries[i] >> 8);
            palette[3 * i + 2] = (byte) entries[i];
        }
        return palette;
    }

    /** The alpha of each colour in the format of PNG's tRNS chunk: {@code round(255 * min(i / 255, opacity))}. */
    public byte[] alphas() {
        byte[] alphas = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            alphas[i] = (byte) Math.min(i, Math.round(255 * opacity));
        }
        return alphas;
    }

    /** Sets values below the threshold to 0. */
    void cut(float[] values) {
        if (threshold > 0) {
            for (int x = 0; x < values.length; x++) {
                values[x] = values[x] < threshold ? 0 : values[x];
            }
        }
    }

    /** Reads a map from the file, in which its name stands before its 256 entries. */
    private static int[] read(Colormap map) {
        try (InputStream in = Objects.requireNonNull(ColourScale.class.getResourceAsStream(FILE), FILE)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
            int first = lines.indexOf(map.id()) + 1;
            String entries = String.join("", lines.subList(first, first + SIZE / 16));
            int[] rgb = new int[SIZE];
            Arrays.setAll(rgb, i -> Integer.parseInt(entries, 6 * i, 6 * i + 6, 16));
            return rgb;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
