package io.github.fixationheatmap.read.image;

import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.model.Warning;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.store.Tasks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The reference image. Its size is known from the header; its pixels are decoded on request. It is upright, whatever orientation it is
 * stored in.
 */
public final class ReferenceImage {

    /** Learns during decoding which rows can be read. Decoders that produce all rows at once do not call it. */
    interface RowListener {

        /** Called once, with the upright image, before any of its rows can be read. */
        void started(ImageRows image);

        /** Called when this number of rows from the top can be read. An exception thrown here ends the decoding. */
        void rowsDecoded(int rows);

        /** Called for each block of bytes that is read. An exception thrown here ends the decoding. */
        default void bytesRead() {}
    }

    private static final int MB = 1 << 20;

    /** The header is searched for in so many bytes, because metadata and previews may precede it. */
    private static final int HEADER_BYTES = 1 << 20;

    private final String file;
    private final ImageHeader header;

    private ReferenceImage(String file, ImageHeader header) {
        this.file = file;
        this.header = header;
    }

    /**
     * Reads the file, and interprets its header.
     *
     * @param time is looked at while the scans of a JPEG are counted
     * @throws ProblemException if it is not a JPEG or PNG, or exceeds the limits
     */
    public static ReferenceImage open(InputFile file, Limits limits, TimeCheck time) {
        ImageHeader header = ImageHeader.ofReferenceImage(file.name(), file.readAll(Limits.MAX_IMAGE_BYTES), time);
        check(file.name(), header, limits);
        checkMemory(file, header, limits);
        return new ReferenceImage(file.name(), header);
    }

    /** The limit applies to pixels of up to 4 bytes. Larger pixels and coefficients reduce it. */
    private static void check(String file, ImageHeader header, Limits limits) {
        long pixels = (long) header.width() * header.height();
        long most = limits.pixels() * Limits.PIXEL_BYTES;
        if (Math.max(pixels * Limits.PIXEL_BYTES, header.decodingBytes()) <= most
                && Math.max(header.width(), header.height()) <= Limits.MAX_IMAGE_SIDE) {
            return;
        }
        String actual = header.width() + " x " + header.height() + " pixels";
        String expected = ", and " + Limits.MAX_IMAGE_SIDE + " on a side";
        if (header.coefficientBytes() > 0 && pixels * Limits.PIXEL_BYTES <= most) {
            actual += " in a JPEG of several scans (progressive), which take " + header.decodingBytes() + " bytes to decode";
            expected = "at most " + most + " bytes" + expected + "; or a JPEG that is not progressive";
        } else {
            int wide = Math.max(Limits.PIXEL_BYTES, header.pixelBytes());
            String of = wide > Limits.PIXEL_BYTES ? " of " + wide + " bytes" : "";
            actual += of;
            expected = "at most " + most / wide + " pixels" + of + expected;
        }
        throw new Problem(ProblemType.TOO_LARGE, new Location.WholeFile(file), actual, expected).asException();
    }

    /** Refuses what would end in an OutOfMemoryError or in a kill, each time that its message comes. */
    private static void checkMemory(InputFile file, ImageHeader header, Limits limits) {
        long memory = Limits.memoryOf(file.size(), header.decodingBytes(), (long) header.width() * header.height());
        if (memory > limits.memory()) {
            throw new Problem(ProblemType.TOO_LARGE, new Location.WholeFile(file.name()),
                    header.width() + " x " + header.height() + " pixels, which take " + Math.ceilDiv(memory, MB) + " MB",
                    "an image that takes at most the " + limits.memory() / MB + " MB of the function;"
                            + " raise the stack's parameter MemorySize").asException();
        }
    }

    /** The width of the upright image in px. */
    public int width() {
        return header.orientation().width(header.width(), header.height());
    }

    /** The height of the upright image in px. */
    public int height() {
        return header.orientation().height(header.width(), header.height());
    }

    /** Warnings for the user: an ignored colour profile. */
    public List<Warning> warnings() {
        return header.profile().stream()
                .map(name -> new Warning("colour-profile-ignored",
                        "The colour profile \"" + name + "\" of " + file + " is ignored: its colours are taken as sRGB."))
                .toList();
    }

    /**
     * Starts to decode the pixels on another thread. If the decoder holds the whole image a second time, as coefficients, this waits for
     * its end, so that nothing else takes memory meanwhile.
     *
     * @param time is looked at while the image is decoded, and for each row that is read
     * @throws ProblemException if such an image is damaged
     */
    public DecodingImage decode(Tasks tasks, TimeCheck time) {
        DecodingImage image = new DecodingImage(this, tasks, time);
        if (header.coefficientBytes() > 0) {
            image.finish();
        }
        return image;
    }

    /**
     * Decodes the pixels on the calling thread.
     *
     * @param listener called on this thread when the first rows can be read
     * @throws ProblemException if the image is damaged or of an unsupported kind
     */
    ImageRows decodeFully(RowListener listener) {
        return header.orientation().turn(ImageDecoder.decode(header, listener));
    }

    /**
     * The number of pixels, from the start of the file, without fetching the rest; 0 if it is unknown. The reason is reported when the
     * whole file is read.
     */
    public static long pixels(InputFile file) {
        try (InputStream in = file.open()) {
            return pixels(in.readNBytes(HEADER_BYTES));
        } catch (IOException cut) {
            return 0;
        }
    }

    private static long pixels(byte[] head) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(head))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return 0;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } catch (RuntimeException damaged) {
                // Decoders throw exceptions of many types for damaged bytes.
                return 0;
            } finally {
                reader.dispose();
            }
        }
    }
}
