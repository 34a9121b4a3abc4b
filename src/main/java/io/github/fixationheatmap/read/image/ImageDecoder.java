package io.github.fixationheatmap.read.image;

import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.read.image.ImageHeader.RowOrder;
import io.github.fixationheatmap.read.image.ImageHeader.Use;
import io.github.fixationheatmap.read.image.ReferenceImage.RowListener;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadUpdateListener;
import javax.imageio.stream.ImageInputStreamImpl;

/** Decodes images with ImageIO. ImageIO only warns of missing or damaged pixels; here they are errors. */
final class ImageDecoder {

    /** The warnings of libjpeg and ImageIO that mean grey or wrong pixels. Others, such as surplus bytes, are harmless. */
    private static final Map<String, String> DAMAGE = Map.of(
            "Premature end", "a JPEG that ends before its picture does",
            "Truncated File", "a JPEG that ends before its picture does",
            "Corrupt JPEG data: premature end", "JPEG data that end before the picture does",
            "Corrupt JPEG data: bad Huffman", "damaged JPEG data",
            "Corrupt JPEG data: found marker", "damaged JPEG data",
            "Inconsistent progression", "damaged JPEG data",
            "Invalid SOS", "damaged JPEG data",
            "Error reading PNG image data", "PNG data that do not unpack to the whole picture");

    private interface Step<T> {
        T read(ImageReader reader) throws IOException;
    }

    private ImageDecoder() {}

    /** Decodes a reference image as it is stored, not turned. The listener gets upright rows. */
    static ImageRows decode(ImageHeader header, RowListener listener) {
        return decode(header, listener::bytesRead, reader -> switch (header.kind()) {
            case PNG -> RasterRows.of(reader.read(0));
            case JPEG -> decodeJpeg(reader, header, listener);
            case JPEG_CMYK, JPEG_YCCK -> RasterRows.ofInks(reader.readRaster(0, null), header.kind());
        });
    }

    /** Decodes a mask. */
    static BufferedImage decodeMask(ImageHeader header) {
        return decode(header, TimeCheck.NONE, reader -> reader.read(0));
    }

    private static <T> T decode(ImageHeader header, TimeCheck time, Step<T> step) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(header.kind().formatName()).next();
        BufferInputStream in = new BufferInputStream(header.data(), time);
        try (in) {
            reader.addIIOReadWarningListener((source, warning) -> {
                Optional<String> damage = damage(header, warning);
                if (damage.isPresent()) {
                    // Ends the decoding at the first damage, so that a damaged file does not cause a warning for each pixel.
                    throw header.source().bad(damage.get(), null);
                }
            });
            reader.setInput(in, true, true);
            return step.read(reader);
        } catch (IOException | RuntimeException failure) {
            throw in.stopped.orElseGet(() -> failure instanceof ProblemException known ? known : damaged(header, failure));
        } finally {
            reader.dispose();
        }
    }

    private static ProblemException damaged(ImageHeader header, Exception failure) {
        // The bytes are in memory, so every exception means damaged bytes. Decoders throw exceptions of many types for these.
        String message = String.valueOf(failure.getMessage());
        return header.source().bad(damage(header, message).orElse(message), failure);
    }

    /** Describes the damage that a message of ImageIO reports. For masks the decoder's own words are kept. */
    private static Optional<String> damage(ImageHeader header, String message) {
        return DAMAGE.entrySet().stream().filter(d -> message.startsWith(d.getKey())).findFirst()
                .map(d -> header.source().use() == Use.MASK ? d.getKey() : d.getValue());
    }

    /** Decodes into rows of R, G, B. ImageIO's default image is B, G, R, and copying into it pixel by pixel took a third of the time. */
    private static ImageRows decodeJpeg(ImageReader reader, ImageHeader header, RowListener listener) throws IOException {
        BufferedImage image = rgb(header.width(), header.height());
        ImageRows rows = RasterRows.of(image);
        Orientation orientation = header.orientation();
        // With a listener the reader also delivers all passes of a progressive JPEG, of which only the last one counts.
        // A transposed or flipped image has no row before the last stored row is decoded.
        if (header.rowOrder() == RowOrder.TOP_DOWN && !orientation.transposed() && !orientation.flipped()) {
            listener.started(orientation.turn(rows));
            reader.addIIOReadUpdateListener(new Progress(listener));
        }
        ImageReadParam param = reader.getDefaultReadParam();
        param.setDestination(image);
        reader.read(0, param);
        return rows;
    }

    private static BufferedImage rgb(int width, int height) {
        ColorSpace space = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        ComponentColorModel model = new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        int[] bands = {0, 1, 2};
        return new BufferedImage(model,
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 3 * width, 3, bands, null), false, null);
    }

    private record Progress(RowListener listener) implements IIOReadUpdateListener {

        @Override
        public void imageUpdate(ImageReader source, BufferedImage image, int minX, int minY, int width, int height, int periodX,
                int periodY, int[] bands) {
            listener.rowsDecoded(minY + height);
        }

        @Override
        public void passStarted(ImageReader source, BufferedImage image, int pass, int minPass, int maxPass, int minX, int minY,
                int periodX, int periodY, int[] bands) {}

        @Override
        public void passComplete(ImageReader source, BufferedImage image) {}

        @Override
        public void thumbnailPassStarted(ImageReader source, BufferedImage image, int pass, int minPass, int maxPass, int minX, int minY,
                int periodX, int periodY, int[] bands) {}

        @Override
        public void thumbnailUpdate(ImageReader source, BufferedImage image, int minX, int minY, int width, int height, int periodX,
                int periodY, int[] bands) {}

        @Override
        public void thumbnailPassComplete(ImageReader source, BufferedImage image) {}
    }

    /**
     * Reads from memory without the copies that ImageIO's own streams make. It keeps what the time check throws: readers wrap it. Its base
     * class has a finalizer, so once closed it must not refer to the image: a warm process would keep the images of earlier runs.
     */
    private static final class BufferInputStream extends ImageInputStreamImpl {

        private ByteBuffer bytes;
        private TimeCheck time;
        private Optional<RuntimeException> stopped = Optional.empty();

        BufferInputStream(ByteBuffer bytes, TimeCheck time) {
            this.bytes = bytes;
            this.time = time;
        }

        @Override
        public int read() {
            bitOffset = 0;
            return streamPos < length() ? bytes.get((int) streamPos++) & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            try {
                time.check();
            } catch (RuntimeException stop) {
                stopped = Optional.of(stop);
                throw stop;
            }
            bitOffset = 0;
            if (length == 0) {
                return 0;
            }
            int n = (int) Math.min(length, length() - streamPos);
            if (n <= 0) {
                return -1;
            }
            bytes.get((int) streamPos, target, offset, n);
            streamPos += n;
            return n;
        }

        @Override
        public long length() {
            return bytes.limit();
        }

        @Override
        public void close() throws IOException {
            super.close();
            bytes = ByteBuffer.allocate(0);
            time = TimeCheck.NONE;
        }
    }
}
