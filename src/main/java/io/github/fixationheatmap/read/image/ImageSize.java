package io.github.fixationheatmap.read.image;

import io.github.fixationheatmap.read.InputFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads the size of an image from the start of its file, without fetching the rest. */
public final class ImageSize {

    /** The header is searched for in so many bytes, because metadata and previews may precede it. */
    private static final int HEADER_BYTES = 1 << 20;

    private ImageSize() {}

    /** The number of pixels, or 0 if it is unknown. The reason is reported when the whole file is read. */
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
