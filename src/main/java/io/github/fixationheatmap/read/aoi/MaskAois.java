package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.image.MaskImage;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Base64;
import java.util.BitSet;

/**
 * Reads masks, one bit a pixel: inside where alpha is above 0, and in a picture without alpha where any channel is. One instance reads the
 * masks of one drop and bounds what they take together.
 */
final class MaskAois {

    /** The most pixels of a picture: its size is known before any of them is decoded. */
    static final long MAX_PIXELS = 1 << 24;

    /** The most pixels of all masks together: 128 MiB of bits. */
    static final long MAX_TOTAL_PIXELS = 1L << 30;

    private static final String URL_START = "data:image/png;base64,";

    private final long most;
    private final long mostTogether;
    private long pixels;

    MaskAois() {
        this(MAX_PIXELS, MAX_TOTAL_PIXELS);
    }

    /** Masks of at most so many pixels each, and all together. */
    MaskAois(long most, long mostTogether) {
        this.most = most;
        this.mostTogether = mostTogether;
    }

    /** Counts a mask of this size in, before memory is taken for it. */
    void claim(Location place, long width, long height) {
        pixels += width * height;
        if (pixels > mostTogether) {
            throw new Problem(ProblemType.TOO_LARGE, place, pixels + " pixels up to here",
                    "masks of at most " + mostTogether + " pixels together").asException();
        }
    }

    /** The mask in a data URL with a PNG picture. */
    AoiShape.Bitmap ofDataUrl(JsonValue url) {
        String text = url.node().isTextual() ? url.node().asText() : "";
        if (!text.regionMatches(true, 0, URL_START, 0, URL_START.length())) {
            throw url.bad("a data URL that begins with " + URL_START);
        }
        byte[] png;
        try {
            png = Base64.getDecoder().decode(text.substring(URL_START.length()));
        } catch (IllegalArgumentException broken) {
            throw url.problem(ProblemType.BAD_AOI, text, "whole base64 behind the comma").asException(broken);
        }
        return ofPng(url.place(), png);
    }

    /** The mask in a PNG picture. */
    AoiShape.Bitmap ofPng(Location place, byte[] png) {
        MaskImage picture = new MaskImage(place, png);
        long size = (long) picture.width() * picture.height();
        if (size > most) {
            throw new Problem(ProblemType.TOO_LARGE, place, picture.width() + " x " + picture.height() + " pixels",
                    "a mask of at most " + most + " pixels").asException();
        }
        claim(place, picture.width(), picture.height());
        return bits(picture.decode());
    }

    private static AoiShape.Bitmap bits(BufferedImage image) {
        Raster raster = image.getRaster();
        ColorModel colors = image.getColorModel();
        int width = image.getWidth();
        int bands = raster.getNumBands();
        boolean[] inside = colors instanceof IndexColorModel palette ? inside(palette) : new boolean[0];
        // With alpha it is the last band that counts; without, any of them.
        int first = colors.hasAlpha() ? bands - 1 : 0;
        BitSet bits = new BitSet(width * image.getHeight());
        int[] row = new int[width * bands];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                if (inside.length > 0 ? inside[row[x]] : anyAbove0(row, x * bands + first, (x + 1) * bands)) {
                    bits.set(y * width + x);
                }
            }
        }
        return new AoiShape.Bitmap(width, image.getHeight(), bits, colors.hasAlpha());
    }

    private static boolean[] inside(IndexColorModel palette) {
        boolean[] inside = new boolean[1 << palette.getPixelSize()];
        for (int i = 0; i < palette.getMapSize(); i++) {
            inside[i] = palette.hasAlpha() ? palette.getAlpha(i) > 0 : (palette.getRGB(i) & 0xFFFFFF) != 0;
        }
        return inside;
    }

    private static boolean anyAbove0(int[] samples, int from, int to) {
        for (int i = from; i < to; i++) {
            if (samples[i] > 0) {
                return true;
            }
        }
        return false;
    }
}
