package io.github.fixationheatmap.read.image;

import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.problem.Location;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.Limits;
import io.github.fixationheatmap.store.Errands;
import java.util.List;

/** The reference image: its size first, from the header alone, its pixels when they are asked for. It is upright, however it is stored. */
public final class ReferenceImage {

    /**
     * Something about a picture that its owner should know.
     *
     * @param type a name that stays the same, for programs
     * @param detail a sentence, for people
     */
    public record Warning(String type, String detail) {}

    private static final int PIXEL_BYTES = 4;

    private final String file;
    private final ImageFile picture;

    private ReferenceImage(String file, ImageFile picture) {
        this.file = file;
        this.picture = picture;
    }

    /**
     * Reads the file, and of the picture its header.
     *
     * @throws ProblemException if it is no JPEG or PNG picture, or larger than the limits
     */
    public static ReferenceImage open(InputFile file, Limits limits) {
        ImageFile picture = ImageFile.read(file.name(), file.readAll(Limits.MAX_IMAGE_BYTES));
        long pixels = (long) picture.width() * picture.height();
        // The limit is meant for pixels of up to 4 bytes; where they take more, there may be fewer.
        if (pixels * Math.max(PIXEL_BYTES, picture.pixelBytes()) > limits.pixels() * PIXEL_BYTES
                || Math.max(picture.width(), picture.height()) > Limits.MAX_IMAGE_SIDE) {
            String wide = picture.pixelBytes() > PIXEL_BYTES ? " of " + picture.pixelBytes() + " bytes" : "";
            throw new Problem(ProblemType.TOO_LARGE, new Location.WholeFile(file.name()),
                    picture.width() + " x " + picture.height() + " pixels" + wide,
                    "at most " + limits.pixels() * PIXEL_BYTES / Math.max(PIXEL_BYTES, picture.pixelBytes()) + " pixels" + wide
                            + ", and " + Limits.MAX_IMAGE_SIDE + " on a side").asException();
        }
        return new ReferenceImage(file.name(), picture);
    }

    /** The width of the upright picture in px. */
    public int width() {
        return picture.orientation().width(picture.width(), picture.height());
    }

    /** The height of the upright picture in px. */
    public int height() {
        return picture.orientation().height(picture.width(), picture.height());
    }

    /** What its owner should know: that a colour profile is ignored. */
    public List<Warning> warnings() {
        return picture.profile().stream()
                .map(name -> new Warning("colour-profile-ignored",
                        "The colour profile \"" + name + "\" of " + file + " is ignored: its colours are taken as sRGB."))
                .toList();
    }

    /** Begins to decode its pixels, as one of these errands. */
    public DecodingImage decode(Errands errands) {
        return DecodingImage.of(this, errands);
    }

    /**
     * Its pixels.
     *
     * @param listener is told, on this thread, of rows that may be read before all can
     * @throws ProblemException if the picture is damaged or of an unusual kind
     */
    public ImageRows decodeHere(DecodingListener listener) {
        return picture.orientation().turn(ImageDecoder.decode(file, picture, listener));
    }
}
