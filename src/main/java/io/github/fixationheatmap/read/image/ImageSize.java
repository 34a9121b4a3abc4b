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

/** A picture's size, told from its first bytes; the rest is not fetched. */
public final class ImageSize {

    /** How far into a file the header may lie: metadata and previews come before it. */
    private static final int HEADER_BYTES = 1 << 20;

    private ImageSize() {}

    /** The number of its pixels; 0 if this cannot be told, which whoever reads all of it will find the reason for. */
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
                // On damaged bytes a decoder throws nearly anything.
                return 0;
            } finally {
                reader.dispose();
            }
        }
    }
}
