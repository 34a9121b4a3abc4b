package io.github.fixationheatmap.read.image;

import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the header of an image or mask states, with the part of the file that the pixels depend on. Decoders interpret profiles, texts and
 * thumbnails, or unpack them at any size, so these are removed first.
 *
 * @param source the file, for errors
 * @param kind the format and the meaning of the samples
 * @param width of the stored image, in px
 * @param height of the stored image, in px
 * @param pixelBytes the size of a decoded pixel in memory, in bytes
 * @param coefficientBytes what the decoder holds beside the pixels, outside the heap: the coefficients of a JPEG in several scans
 * @param rowOrder the order in which rows are decoded
 * @param orientation how the stored image is turned to be upright
 * @param profile the name of the colour profile, if it is not sRGB
 * @param data the bytes for the decoder
 */
record ImageHeader(Source source, Kind kind, int width, int height, int pixelBytes, long coefficientBytes, RowOrder rowOrder,
        Orientation orientation, Optional<String> profile, ByteBuffer data) {

    /** The format, and how the samples of a pixel are meant. */
    enum Kind {
        /** Any PNG. */
        PNG("png"),
        /** A JPEG with one or three samples a pixel. */
        JPEG("jpeg"),
        /** A JPEG in cyan, magenta, yellow and black, where 255 is no ink. */
        JPEG_CMYK("jpeg"),
        /** The same, with the first three stored as luma and chroma. */
        JPEG_YCCK("jpeg");

        private final String formatName;

        Kind(String formatName) {
            this.formatName = formatName;
        }

        /** The format's name in ImageIO. */
        String formatName() {
            return formatName;
        }
    }

    /** The order in which rows are decoded. */
    enum RowOrder {
        /** Each row once, from the top: a JPEG with a single scan. */
        TOP_DOWN,
        /** In passes over the whole image, or not known. */
        ANY
    }

    /** What an image is used for. */
    enum Use {
        /** A reference image, whose alpha is ignored. */
        REFERENCE("a whole JPEG or PNG picture"),
        /** A mask, whose alpha counts. */
        MASK("a whole PNG picture");

        private final String expected;

        Use(String expected) {
            this.expected = expected;
        }
    }

    /** The memory that decoding takes beside the file, in bytes: the pixels, and the coefficients where the decoder holds them all. */
    long decodingBytes() {
        return (long) width * height * pixelBytes + coefficientBytes;
    }

    /**
     * The file of an image.
     *
     * @param location where it is stored
     * @param use what it is used for
     */
    record Source(Location location, Use use) {

        ProblemException bad(String actual, @Nullable Throwable cause) {
            Problem problem = new Problem(ProblemType.BAD_PICTURE, location, actual, use.expected);
            return cause == null ? problem.asException() : problem.asException(cause);
        }
    }

    /**
     * Reads the header of a reference image. The content decides the format, because files are often renamed.
     *
     * @param file its name
     * @param bytes the whole file; they are taken over, and changed
     * @param time is looked at while the scans of a JPEG are counted
     */
    static ImageHeader ofReferenceImage(String file, byte[] bytes, TimeCheck time) {
        Source source = new Source(new Location.WholeFile(file), Use.REFERENCE);
        if (JpegHeaderReader.begins(bytes)) {
            return new JpegHeaderReader(source, bytes, time).read();
        }
        if (PngHeaderReader.begins(bytes)) {
            return new PngHeaderReader(source, bytes).read();
        }
        throw source.bad(otherFormat(bytes), null);
    }

    /**
     * Reads the header of a mask.
     *
     * @param location where it is stored
     * @param bytes the whole file; they are taken over, and changed
     */
    static ImageHeader ofMask(Location location, byte[] bytes) {
        Source source = new Source(location, Use.MASK);
        if (PngHeaderReader.begins(bytes)) {
            return new PngHeaderReader(source, bytes).read();
        }
        throw source.bad(JpegHeaderReader.begins(bytes) ? "a JPEG picture" : "no PNG signature", null);
    }

    /** Names formats that users often mistake for JPEG or PNG. */
    private static String otherFormat(byte[] bytes) {
        int end = bytes.length;
        if (end == 0) {
            return "an empty file";
        }
        String known = has(bytes, 0, end, "GIF8") ? "a GIF picture"
                : has(bytes, 0, end, "RIFF") && has(bytes, 8, end, "WEBP") ? "a WebP picture"
                : has(bytes, 4, end, "ftyp") ? "a HEIC or AVIF picture, or a video"
                : has(bytes, 0, end, "II*\0") || has(bytes, 0, end, "MM\0*") ? "a TIFF picture"
                : has(bytes, 0, end, "BM") ? "a BMP picture"
                : has(bytes, 0, end, "%PDF") ? "a PDF document" : "";
        return known.isEmpty() ? "neither a JPEG nor a PNG signature" : known;
    }

    /** Reads an unsigned big-endian number of 16 bits. */
    static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    /** Reads a signed big-endian number of 32 bits. */
    static int s32(byte[] bytes, int at) {
        return u16(bytes, at) << 16 | u16(bytes, at + 2);
    }

    /** Whether these letters are at this index, all before {@code end}. */
    static boolean has(byte[] bytes, int at, int end, String letters) {
        if (end - at < letters.length()) {
            return false;
        }
        for (int i = 0; i < letters.length(); i++) {
            if (bytes[at + i] != letters.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
