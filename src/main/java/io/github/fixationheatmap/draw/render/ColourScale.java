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
 * What value from 0 to 1 gets which colour: entry {@code round(255 * v)} of a colour map, with an alpha by the kind of scale.
 *
 * @param map the name of the colour map
 * @param kind what a value stands for
 * @param opacity the maximum alpha
 * @param threshold the smallest value that is shown
 */
public record ColourScale(String map, Kind kind, float opacity, float threshold) {

    /** What a value stands for. */
    public enum Kind {
        /** A share of the maximum; alpha is {@code min(v, opacity)}, and values below the threshold are transparent. */
        SHARES,
        /** A difference d from -1 to 1 as {@code (1 + d) / 2}; alpha is {@code min(|d|, opacity)}. */
        DIFFERENCES
    }

    /** The colour map of differences: blue where they are negative, white at 0, red where they are positive. */
    private static final String DIVERGING = "vik";

    /** The number of colours. */
    public static final int SIZE = 256;

    /** The scale of the published recipe. */
    public static final ColourScale PUBLISHED = of(FigureOptions.PUBLISHED);

    private static final String FILE = "colormaps.txt";

    /** The scale that options choose. */
    public static ColourScale of(FigureOptions options) {
        return new ColourScale(options.colormap().id(), Kind.SHARES, (float) options.opacity(), (float) options.threshold());
    }

    /** The scale of differences. */
    public static ColourScale ofDifferences(FigureOptions options) {
        return new ColourScale(DIVERGING, Kind.DIFFERENCES, (float) options.opacity(), 0);
    }

    /** All colours as 0xRRGGBB. */
    public int[] entries() {
        return isTurbo() ? Turbo.entries() : read(map);
    }

    boolean isTurbo() {
        return map.equals(Colormap.TURBO.id());
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

    /** The alpha of each colour in the format of PNG's tRNS chunk: of shares {@code round(255 * min(i / 255, opacity))}. */
    public byte[] alphas() {
        byte[] alphas = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            alphas[i] = (byte) Math.min(switch (kind) {
                case SHARES -> i;
                case DIFFERENCES -> Math.abs(2 * i - 255);
            }, Math.round(255 * opacity));
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
    private static int[] read(String map) {
        try (InputStream in = Objects.requireNonNull(ColourScale.class.getResourceAsStream(FILE), FILE)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
            int first = lines.indexOf(map) + 1;
            String entries = String.join("", lines.subList(first, first + SIZE / 16));
            int[] rgb = new int[SIZE];
            Arrays.setAll(rgb, i -> Integer.parseInt(entries, 6 * i, 6 * i + 6, 16));
            return rgb;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
