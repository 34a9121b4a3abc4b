package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.model.TimeCheck;
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
 * Reads masks as one bit per pixel. A pixel is inside if its alpha is above 0 or, in an image without alpha, if any channel is above 0. One
 * instance reads the masks of one drop and limits their total size.
 */
final class MaskReader {

    /** The maximum number of pixels of a mask. It is the same for all formats, and checked before pixels are decoded. */
    static final long MAX_PIXELS = 1 << 24;

    /** The maximum number of pixels of all masks of a drop: 128 MiB of bits. */
    static final long MAX_TOTAL_PIXELS = 1L << 30;

    static final String DATA_URL_PREFIX = "data:image/png;base64,";

    private final long maxPixels;
    private final long maxTotalPixels;
    private final TimeCheck time;
    private long totalPixels;

    /** A reader that looks at the time for each mask, and for each row of its pixels. */
    MaskReader(TimeCheck time) {
        this(MAX_PIXELS, MAX_TOTAL_PIXELS, time);
    }

    /** A reader with these limits on the pixels of each mask, and of all masks together. */
    MaskReader(long maxPixels, long maxTotalPixels, TimeCheck time) {
        this.maxPixels = maxPixels;
        this.maxTotalPixels = maxTotalPixels;
        this.time = time;
    }

    /** Is looked at by loops over pixels. */
    TimeCheck time() {
        return time;
    }

    /** Checks the size of a mask and adds it to the total, before memory is allocated for it. */
    void reserve(Location location, long width, long height) {
        time.check();
        if (width * height > maxPixels) {
            throw new Problem(ProblemType.TOO_LARGE, location, width + " x " + height + " pixels",
                    "a mask of at most " + maxPixels + " pixels").asException();
        }
        totalPixels += width * height;
        if (totalPixels > maxTotalPixels) {
            throw new Problem(ProblemType.TOO_LARGE, location, totalPixels + " pixels up to here",
                    "masks of at most " + maxTotalPixels + " pixels together").asException();
        }
    }

    static boolean isDataUrl(String text) {
        return text.regionMatches(true, 0, DATA_URL_PREFIX, 0, DATA_URL_PREFIX.length());
    }

    /** The mask in a data URL with a PNG image. */
    AoiShape.Bitmap ofDataUrl(JsonValue url) {
        String text = url.node().isTextual() ? url.node().asText() : "";
        if (!isDataUrl(text)) {
            throw url.bad("a data URL that begins with " + DATA_URL_PREFIX);
        }
        byte[] png;
        try {
            png = Base64.getDecoder().decode(text.substring(DATA_URL_PREFIX.length()));
        } catch (IllegalArgumentException broken) {
            throw url.problem(ProblemType.BAD_AOI, text, "whole base64 behind the comma").asException(broken);
        }
        return ofPng(url.location(), png);
    }

    /** The mask in a PNG image. */
    AoiShape.Bitmap ofPng(Location location, byte[] png) {
        MaskImage image = new MaskImage(location, png);
        reserve(location, image.width(), image.height());
        return toBitmap(image.decode());
    }

    private AoiShape.Bitmap toBitmap(BufferedImage image) {
        Raster raster = image.getRaster();
        ColorModel colors = image.getColorModel();
        int width = image.getWidth();
        int bands = raster.getNumBands();
        boolean[] inside = colors instanceof IndexColorModel palette ? insideByIndex(palette) : new boolean[0];
        // With alpha only the last band counts, otherwise all bands do.
        int first = colors.hasAlpha() ? bands - 1 : 0;
        BitSet bits = new BitSet(width * image.getHeight());
        int[] row = new int[width * bands];
        for (int y = 0; y < image.getHeight(); y++) {
            time.check();
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                if (inside.length > 0 ? inside[row[x]] : isAnyAbove0(row, x * bands + first, (x + 1) * bands)) {
                    bits.set(y * width + x);
                }
            }
        }
        return new AoiShape.Bitmap(width, image.getHeight(), bits, colors.hasAlpha());
    }

    private static boolean[] insideByIndex(IndexColorModel palette) {
        boolean[] inside = new boolean[1 << palette.getPixelSize()];
        for (int i = 0; i < palette.getMapSize(); i++) {
            inside[i] = palette.hasAlpha() ? palette.getAlpha(i) > 0 : (palette.getRGB(i) & 0xFFFFFF) != 0;
        }
        return inside;
    }

    private static boolean isAnyAbove0(int[] samples, int from, int to) {
        for (int i = from; i < to; i++) {
            if (samples[i] > 0) {
                return true;
            }
        }
        return false;
    }
}
