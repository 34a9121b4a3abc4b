package io.github.fixationheatmap.read.image;

import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** A PNG picture as it is stored: its size first, from the header alone, its pixels when they are asked for. */
public final class EncodedImage {

    private final Location place;
    private final byte[] bytes;
    private final int width;
    private final int height;

    /**
     * The picture in these bytes, of which the header alone is read. The name does not tell: people rename pictures.
     *
     * @param place where it lies, for problems to name
     * @param bytes all of it; taken over, not copied
     * @throws ProblemException if it is no such picture
     */
    public EncodedImage(Location place, byte[] bytes) {
        this.place = place;
        this.bytes = bytes;
        if (!PngHeader.begins(bytes)) {
            throw bad(JpegHeader.begins(bytes) ? "a JPEG picture" : "no PNG signature", null);
        }
        int[] size = decode(reader -> new int[] {reader.getWidth(0), reader.getHeight(0)});
        this.width = size[0];
        this.height = size[1];
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
     * Its pixels, in whatever layout the decoder gives them.
     *
     * @throws ProblemException if the picture is damaged or of an unusual kind
     */
    public BufferedImage decode() {
        return decode(reader -> reader.read(0));
    }

    private interface Step<T> {
        T run(ImageReader reader) throws IOException;
    }

    private <T> T decode(Step<T> step) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
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
        Problem problem = new Problem(ProblemType.BAD_PICTURE, place, seen, "a whole PNG picture");
        return cause == null ? problem.asException() : problem.asException(cause);
    }
}
