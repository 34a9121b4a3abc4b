package io.github.fixationheatmap.read.image;

import io.github.fixationheatmap.model.ImageRows;
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
    }

    /** The header is searched for in so many bytes, because metadata and previews may precede it. */
    private static final int HEADER_BYTES = 1 << 20;
    private static final int PIXEL_BYTES = 4;

    private final String file;
    private final ImageHeader header;

    private ReferenceImage(String file, ImageHeader header) {
        this.file = file;
        this.header = header;
    }

    /**
     * Reads the file, and interprets its header.
     *
     * @throws ProblemException if it is not a JPEG or PNG, or exceeds the limits
     */
    public static ReferenceImage open(InputFile file, Limits limits) {
        ImageHeader header = ImageHeader.ofReferenceImage(file.name(), file.readAll(Limits.MAX_IMAGE_BYTES));
        long pixels = (long) header.width() * header.height();
        // The limit applies to pixels of up to 4 bytes. Larger pixels reduce it.
        if (pixels * Math.max(PIXEL_BYTES, header.pixelBytes()) > limits.pixels() * PIXEL_BYTES
                || Math.max(header.width(), header.height()) > Limits.MAX_IMAGE_SIDE) {
            String wide = header.pixelBytes() > PIXEL_BYTES ? " of " + header.pixelBytes() + " bytes" : "";
            throw new Problem(ProblemType.TOO_LARGE, new Location.WholeFile(file.name()),
                    header.width() + " x " + header.height() + " pixels" + wide,
                    "at most " + limits.pixels() * PIXEL_BYTES / Math.max(PIXEL_BYTES, header.pixelBytes()) + " pixels" + wide
                            + ", and " + Limits.MAX_IMAGE_SIDE + " on a side").asException();
        }
        return new ReferenceImage(file.name(), header);
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

    /** Starts to decode the pixels on another thread. */
    public DecodingImage decode(Tasks tasks) {
        return new DecodingImage(this, tasks);
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
