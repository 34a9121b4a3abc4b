package io.github.fixationheatmap.read.image;

import io.github.fixationheatmap.model.ImageRows;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * How a stored image is turned to be upright (Exif 2.32, tag 0x0112): optionally transposed, then mirrored, then flipped. Coordinates of
 * fixations refer to the upright image, as viewers show it.
 *
 * @param transposed whether rows become columns, as the first step
 * @param mirrored whether left and right are exchanged, as the second step
 * @param flipped whether top and bottom are exchanged, as the last step
 */
record Orientation(boolean transposed, boolean mirrored, boolean flipped) {

    static final Orientation UPRIGHT = new Orientation(false, false, false);

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;
    private static final int HEADER_BYTES = 8;

    /** The orientation of this Exif value. Values other than 1 to 8 are ignored. */
    static Orientation of(int number) {
        return switch (number) {
            case 2 -> new Orientation(false, true, false);
            case 3 -> new Orientation(false, true, true);
            case 4 -> new Orientation(false, false, true);
            case 5 -> new Orientation(true, false, false);
            case 6 -> new Orientation(true, true, false);
            case 7 -> new Orientation(true, true, true);
            case 8 -> new Orientation(true, false, true);
            default -> UPRIGHT;
        };
    }

    /** The orientation in an Exif block, which has the layout of a TIFF file. A malformed block is ignored. */
    static Orientation ofExif(byte[] bytes, int from, int to) {
        ByteBuffer tiff = ByteBuffer.wrap(bytes, from, to - from).slice();
        if (tiff.limit() < HEADER_BYTES || tiff.get(0) != tiff.get(1) || (tiff.get(0) != 'I' && tiff.get(0) != 'M')) {
            return UPRIGHT;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (tiff.getShort(2) != 42 || directory < HEADER_BYTES || directory > tiff.limit() - 2) {
            return UPRIGHT;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int at = directory + 2; entries > 0 && at <= tiff.limit() - ENTRY_BYTES; entries--, at += ENTRY_BYTES) {
            if (tiff.getShort(at) == TAG) {
                return tiff.getShort(at + 2) == SHORT && tiff.getInt(at + 4) == 1 ? of(tiff.getShort(at + 8)) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** The upright width of an image that is stored as {@code width} x {@code height}. */
    int width(int width, int height) {
        return transposed ? height : width;
    }

    /** The upright height of an image that is stored as {@code width} x {@code height}. */
    int height(int width, int height) {
        return transposed ? width : height;
    }

    /** Turns the stored image upright. A transposed image is copied, with 3 bytes a pixel; otherwise rows are read as they are stored. */
    ImageRows turn(ImageRows stored) {
        ImageRows image = transposed ? Transposed.of(stored) : stored;
        return mirrored || flipped ? new Mirrored(image, mirrored, flipped) : image;
    }

    private record Mirrored(ImageRows image, boolean mirrored, boolean flipped) implements ImageRows {
        @Override
        public int width() {
            return image.width();
        }

        @Override
        public int height() {
            return image.height();
        }

        @Override
        public void row(int y, byte[] rgb) {
            image.row(flipped ? height() - 1 - y : y, rgb);
            if (mirrored) {
                for (int left = 0, right = 3 * width() - 3; left < right; left += 3, right -= 3) {
                    for (int c = 0; c < 3; c++) {
                        byte kept = rgb[left + c];
                        rgb[left + c] = rgb[right + c];
                        rgb[right + c] = kept;
                    }
                }
            }
        }
    }

    private record Transposed(int width, int height, List<byte[]> rows) implements ImageRows {

        static Transposed of(ImageRows stored) {
            byte[][] rows = new byte[stored.width()][3 * stored.height()];
            byte[] row = new byte[3 * stored.width()];
            for (int y = 0; y < stored.height(); y++) {
                stored.row(y, row);
                for (int x = 0; x < rows.length; x++) {
                    byte[] column = rows[x];
                    column[3 * y] = row[3 * x];
                    column[3 * y + 1] = row[3 * x + 1];
                    column[3 * y + 2] = row[3 * x + 2];
                }
            }
            return new Transposed(stored.height(), stored.width(), List.of(rows));
        }

        @Override
        public void row(int y, byte[] rgb) {
            System.arraycopy(rows.get(y), 0, rgb, 0, 3 * width);
        }
    }
}
