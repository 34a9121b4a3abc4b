package io.github.fixationheatmap.export;

import io.github.fixationheatmap.problem.Place;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** A picture as it is stored: its size first, from the header alone, its pixels when they are asked for. */
public final class EncodedPicture {

    /** What pictures may be. */
    public enum Format {
        JPEG,
        PNG
    }

    private final Place place;
    private final byte[] bytes;
    private final String kinds;
    private final Format format;
    private final int width;
    private final int height;

    private EncodedPicture(Place place, byte[] bytes, Set<Format> allowed) {
        this.place = place;
        this.bytes = bytes;
        this.kinds = allowed.stream().sorted().map(Format::name).collect(Collectors.joining(" or "));
        this.format = sniff();
        if (!allowed.contains(format)) {
            throw bad("a " + format + " picture", null);
        }
        int[] size = decode(reader -> new int[] {reader.getWidth(0), reader.getHeight(0)});
        this.width = size[0];
        this.height = size[1];
    }

    /**
     * The picture in these bytes, of which the header alone is read.
     *
     * @param place where it lies, for problems to name
     * @param bytes all of it; taken over, not copied
     * @param allowed what it may be
     * @throws ProblemException if it is no such picture
     */
    public static EncodedPicture of(Place place, byte[] bytes, Set<Format> allowed) {
        return new EncodedPicture(place, bytes, allowed);
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

    /** The name does not tell: people rename pictures. */
    private Format sniff() {
        if (bytes.length > 3 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8) {
            return Format.JPEG;
        }
        if (bytes.length > 8 && bytes[0] == (byte) 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G') {
            return Format.PNG;
        }
        throw bad("no " + kinds + " signature", null);
    }

    private interface Step<T> {
        T run(ImageReader reader) throws IOException;
    }

    private <T> T decode(Step<T> step) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
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
        Problem problem = new Problem(ProblemType.BAD_PICTURE, place, seen, "a whole " + kinds + " picture");
        return cause == null ? problem.asException() : problem.asException(cause);
    }
}
