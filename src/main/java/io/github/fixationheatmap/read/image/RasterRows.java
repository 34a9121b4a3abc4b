package io.github.fixationheatmap.read.image;

import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.read.image.ImageHeader.Kind;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/** Reads rows from the raster that the decoder produced, without a converted copy of the whole image. */
final class RasterRows {

    private RasterRows() {}

    /** The rows of any image that ImageIO decodes PNG and JPEG to. Alpha and colour profiles are ignored, as in OpenCV. */
    static ImageRows of(BufferedImage image) {
        Raster raster = image.getRaster();
        if (image.getColorModel() instanceof IndexColorModel palette) {
            return new Palette(raster, palette);
        }
        boolean bytes = raster.getDataBuffer() instanceof DataBufferByte && raster.getSampleModel() instanceof PixelInterleavedSampleModel;
        boolean whole = raster.getSampleModelTranslateX() == 0 && raster.getSampleModelTranslateY() == 0;
        return bytes && whole && raster.getDataBuffer().getNumBanks() == 1 ? Interleaved.of(raster) : new Samples(raster);
    }

    /** The rows of a JPEG with four samples a pixel. */
    static ImageRows ofInks(Raster raster, Kind kind) {
        return new Inks(raster, kind);
    }

    /** Rows of the raster's own size. */
    private interface OfRaster extends ImageRows {
        Raster raster();

        @Override
        default int width() {
            return raster().getWidth();
        }

        @Override
        default int height() {
            return raster().getHeight();
        }
    }

    /**
     * CMYK and YCCK, converted as OpenCV does: 255 is no ink, as Adobe and most other programs store it, whatever the file states. A
     * colour is the rest of white that its ink and black leave.
     */
    private record Inks(Raster raster, Kind kind) implements OfRaster {
        @Override
        public void row(int y, byte[] rgb) {
            int[] pixels = raster.getPixels(0, y, width(), 1, new int[4 * width()]);
            for (int x = 0; x < width(); x++) {
                int black = pixels[4 * x + 3];
                if (kind == Kind.JPEG_YCCK) {
                    toInks(pixels, 4 * x);
                }
                for (int c = 0; c < 3; c++) {
                    rgb[3 * x + c] = (byte) (black - (((255 - pixels[4 * x + c]) * black) >> 8));
                }
            }
        }

        /** Converts luma and chroma (ITU-T T.871, section 7) to the inks, the complements of R, G and B, as libjpeg does. */
        private static void toInks(int[] pixel, int at) {
            int luma = pixel[at];
            int blue = pixel[at + 1] - 128;
            int red = pixel[at + 2] - 128;
            pixel[at] = 255 - clamp(luma + 1.402 * red);
            pixel[at + 1] = 255 - clamp(luma - 0.344136286 * blue - 0.714136286 * red);
            pixel[at + 2] = 255 - clamp(luma + 1.772 * blue);
        }

        private static int clamp(double sample) {
            return (int) Math.max(0, Math.min(255, Math.rint(sample)));
        }
    }

    /** 8 bits a sample, with the samples of a pixel next to each other: the usual layout. */
    private record Interleaved(int width, int height, DataBufferByte buffer, int line, int pixel, int r, int g, int b)
            implements ImageRows {

        static Interleaved of(Raster raster) {
            PixelInterleavedSampleModel model = (PixelInterleavedSampleModel) raster.getSampleModel();
            DataBufferByte buffer = (DataBufferByte) raster.getDataBuffer();
            int[] bands = model.getBandOffsets();
            boolean grey = bands.length < 3;
            return new Interleaved(raster.getWidth(), raster.getHeight(), buffer, model.getScanlineStride(),
                    model.getPixelStride(), bands[0], bands[grey ? 0 : 1], bands[grey ? 0 : 2]);
        }

        @Override
        public void row(int y, byte[] rgb) {
            byte[] data = buffer.getData();
            int from = buffer.getOffset() + y * line;
            if (pixel == 3 && r == 0 && g == 1 && b == 2) {
                System.arraycopy(data, from, rgb, 0, 3 * width);
                return;
            }
            for (int to = 0; to < 3 * width; to += 3, from += pixel) {
                rgb[to] = data[from + r];
                rgb[to + 1] = data[from + g];
                rgb[to + 2] = data[from + b];
            }
        }
    }

    private record Palette(Raster raster, IndexColorModel palette) implements OfRaster {
        @Override
        public void row(int y, byte[] rgb) {
            int[] index = raster.getSamples(0, y, width(), 1, 0, new int[width()]);
            for (int x = 0; x < index.length; x++) {
                rgb[3 * x] = (byte) palette.getRed(index[x]);
                rgb[3 * x + 1] = (byte) palette.getGreen(index[x]);
                rgb[3 * x + 2] = (byte) palette.getBlue(index[x]);
            }
        }
    }

    /** All other layouts: grey of 1 to 4 bits, and 16 bits a sample. Samples are scaled to 8 bits. */
    private record Samples(Raster raster) implements OfRaster {
        @Override
        public void row(int y, byte[] rgb) {
            int bands = raster.getNumBands();
            int[] pixels = raster.getPixels(0, y, width(), 1, new int[width() * bands]);
            int bits = raster.getSampleModel().getSampleSize(0);
            for (int x = 0; x < width(); x++) {
                for (int c = 0; c < 3; c++) {
                    rgb[3 * x + c] = (byte) toEightBits(pixels[x * bands + (bands < 3 ? 0 : c)], bits);
                }
            }
        }

        /** Drops low bits, or stretches the range if there are fewer than 8 bits, as libpng does. */
        private static int toEightBits(int sample, int bits) {
            return bits > 8 ? sample >> (bits - 8) : sample * 255 / ((1 << bits) - 1);
        }
    }
}
