package io.github.fixationheatmap.export;

import io.github.fixationheatmap.problem.Place;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.render.Photo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** The reference image: its size first, from the header alone, its pixels when they are asked for. */
public final class ReferenceImage {

    private final String file;
    private final byte[] bytes;
    private final String format;
    private final int width;
    private final int height;

    private ReferenceImage(String file, byte[] bytes, Limits limits) {
        this.file = file;
        this.bytes = bytes;
        this.format = format();
        int[] size = decode(reader -> new int[] {reader.getWidth(0), reader.getHeight(0)});
        this.width = size[0];
        this.height = size[1];
        if ((long) width * height > limits.pixels() || Math.max(width, height) > Limits.SIDE) {
            throw new Problem(ProblemType.TOO_LARGE, new Place.WholeFile(file), width + " x " + height + " pixels",
                    "at most " + limits.pixels() + " pixels, and " + Limits.SIDE + " on a side").asException();
        }
    }

    /**
     * Reads the file, and of the picture its header.
     *
     * @throws ProblemException if it is no JPEG or PNG picture, or larger than the limits
     */
    public static ReferenceImage open(InputFile file, Limits limits) {
        return new ReferenceImage(file.name(), file.readAll(Limits.IMAGE_BYTES), limits);
    }

    /** Its width in px. */
    public int width() {
        return width;
    }

    /** Its height in px. */
    public int height() {
        return height;
    }

    /**
     * Its pixels.
     *
     * @throws ProblemException if the picture is damaged or of an unusual kind
     */
    public Photo decode() {
        return decode(reader -> RasterPhoto.of(reader.read(0)));
    }

    /** The name does not tell: people rename pictures. */
    private String format() {
        if (bytes.length > 3 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8) {
            return "jpeg";
        }
        if (bytes.length > 8 && bytes[0] == (byte) 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G') {
            return "png";
        }
        throw bad("no JPEG or PNG signature", null);
    }

    private interface Step<T> {
        T run(ImageReader reader) throws IOException;
    }

    private <T> T decode(Step<T> step) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            return step.run(reader);
        } catch (IOException | RuntimeException damaged) {
            // The bytes are in memory: whatever a decoder throws speaks of them, and on damaged ones it throws nearly anything.
            throw bad(String.valueOf(damaged.getMessage()), damaged);
        } finally {
            reader.dispose();
        }
    }

    private ProblemException bad(String seen, @Nullable Throwable cause) {
        Problem problem = new Problem(ProblemType.BAD_PICTURE, new Place.WholeFile(file), seen, "a whole JPEG or PNG picture");
        return cause == null ? problem.asException() : problem.asException(cause);
    }
}
