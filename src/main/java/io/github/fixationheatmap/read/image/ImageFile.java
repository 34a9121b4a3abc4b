package io.github.fixationheatmap.read.image;

import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture's header, and the picture with all left out that its pixels do not depend on: decoders take profiles, texts and thumbnails to
 * mean something, or unpack them whatever their size.
 *
 * @param format the name of the format
 * @param width of the stored picture, in px
 * @param height of the stored picture, in px
 * @param pixelBytes what a decoded pixel takes
 * @param inks how the samples of a picture with four of them are meant
 * @param rows in which order decoding makes them
 * @param orientation how the stored picture is turned to be upright
 * @param profile the name of its colour profile, if that is another one than sRGB
 * @param bytes what the decoder needs
 */
record ImageFile(String format, int width, int height, int pixelBytes, Inks inks, Rows rows, Orientation orientation,
        Optional<String> profile, ByteBuffer bytes) {

    /** How four samples a pixel are meant. */
    enum Inks {
        /** There are fewer samples. */
        NONE,
        /** Cyan, magenta, yellow and black, 255 being no ink. */
        CMYK,
        /** The same, but the first three stored as luma and chroma. */
        YCCK
    }

    /** In which order decoding makes the rows. */
    enum Rows {
        /** Each once, from the top: a JPEG of a single scan. */
        TOP_DOWN,
        /** In passes over the whole picture, or nobody asked. */
        ANY
    }

    /** Reads the header of a file, whose bytes are taken over. The file's name does not tell its format: people rename pictures. */
    static ImageFile read(String file, byte[] bytes) {
        if (JpegHeader.begins(bytes)) {
            return new JpegHeader(file, bytes).read();
        }
        if (PngHeader.begins(bytes)) {
            return new PngHeader(file, bytes).read();
        }
        throw bad(file, other(bytes), null);
    }

    /** What people take for a picture that every program reads. */
    private static String other(byte[] bytes) {
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

    static ProblemException bad(String file, String seen, @Nullable Throwable cause) {
        Problem problem = new Problem(ProblemType.BAD_PICTURE, new Location.WholeFile(file), seen, "a whole JPEG or PNG picture");
        return cause == null ? problem.asException() : problem.asException(cause);
    }

    static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    static int s32(byte[] bytes, int at) {
        return u16(bytes, at) << 16 | u16(bytes, at + 2);
    }

    /** Whether these letters stand there, all before {@code end}. */
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
