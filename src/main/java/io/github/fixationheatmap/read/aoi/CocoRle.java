package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.model.TimeCheck;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * COCO's run-length encoded masks: alternating runs of 0 and 1, starting with 0, column by column. Compressed counts are a text. From the
 * fourth on, each count is the difference to the count two before. It is written in groups of 5 bits, the lowest first, one character per
 * group, offset by 48. Bit 5 of a character is set if another group follows, and bit 4 of the last one is the sign (see
 * {@code rleToString} in maskApi.c of the COCO API).
 */
final class CocoRle {

    private static final int FIRST_CHARACTER = 48;
    private static final int MORE = 0x20;
    private static final int SIGN = 0x10;
    private static final int BITS = 0x1F;

    static final String SIZE = "size";

    private static final String COUNTS = "counts";

    private CocoRle() {}

    /** The mask of a {@code segmentation} with the members {@code size} (height, then width) and {@code counts}. */
    static AoiShape.Bitmap read(JsonValue segmentation, MaskReader masks) {
        JsonValue size = segmentation.get(SIZE);
        List<JsonValue> sides = size.items();
        if (sides.size() != 2) {
            throw size.bad("a size [height, width]");
        }
        int height = side(sides.get(0));
        int width = side(sides.get(1));
        JsonValue counts = segmentation.get(COUNTS);
        masks.reserve(segmentation.location(), width, height);
        long[] runs = counts.node().isTextual() ? decompress(counts) : plain(counts);
        long sum = 0;
        for (long run : runs) {
            if (run < 0 || run > (long) width * height - sum) {
                throw counts.bad(expected(width, height));
            }
            sum += run;
        }
        if (sum != (long) width * height) {
            throw counts.bad(expected(width, height));
        }
        return new AoiShape.Bitmap(width, height, fill(runs, width, height, masks.time()), false);
    }

    private static String expected(int width, int height) {
        return "counts from 0 on that add up to " + (long) width * height + ", the pixels of " + width + " x " + height;
    }

    private static int side(JsonValue side) {
        double number = side.number();
        if (number != Math.rint(number) || number < 1 || number > 65_535) {
            throw side.bad("a whole number from 1 to 65535");
        }
        return (int) number;
    }

    private static long[] plain(JsonValue counts) {
        List<JsonValue> items = counts.items();
        long[] runs = new long[items.size()];
        for (int i = 0; i < runs.length; i++) {
            if (!items.get(i).node().isIntegralNumber()) {
                throw items.get(i).bad("a whole number");
            }
            runs[i] = (long) items.get(i).number();
        }
        return runs;
    }

    private static long[] decompress(JsonValue counts) {
        String text = counts.node().asText();
        long[] runs = new long[text.length()];
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            long value = 0;
            int shift = 0;
            int group;
            do {
                group = at < text.length() ? text.charAt(at++) - FIRST_CHARACTER : -1;
                if (group < 0 || group > (MORE | BITS) || shift > 60) {
                    throw counts.bad("whole run lengths as the COCO API compresses them");
                }
                value |= (long) (group & BITS) << shift;
                shift += 5;
            } while ((group & MORE) != 0);
            if ((group & SIGN) != 0) {
                value |= -1L << shift;
            }
            runs[count] = count > 2 ? value + runs[count - 2] : value;
            count++;
        }
        return Arrays.copyOf(runs, count);
    }

    private static BitSet fill(long[] runs, int width, int height, TimeCheck time) {
        BitSet pixels = new BitSet(width * height);
        int x = 0;
        int y = 0;
        boolean inside = false;
        for (long run : runs) {
            for (long left = run; left > 0;) {
                int down = (int) Math.min(left, height - y);
                for (int i = 0; inside && i < down; i++) {
                    pixels.set((y + i) * width + x);
                }
                left -= down;
                y += down;
                if (y == height) {
                    time.check();
                    y = 0;
                    x++;
                }
            }
            inside = !inside;
        }
        return pixels;
    }
}
