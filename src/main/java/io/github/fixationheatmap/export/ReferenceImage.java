package io.github.fixationheatmap.export;

import io.github.fixationheatmap.problem.Place;
import io.github.fixationheatmap.problem.Problem;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.problem.ProblemType;
import io.github.fixationheatmap.render.Photo;
import java.util.EnumSet;

/** The reference image: its size first, from the header alone, its pixels when they are asked for. */
public final class ReferenceImage {

    private final EncodedPicture picture;

    private ReferenceImage(EncodedPicture picture) {
        this.picture = picture;
    }

    /**
     * Reads the file, and of the picture its header.
     *
     * @throws ProblemException if it is no JPEG or PNG picture, or larger than the limits
     */
    public static ReferenceImage open(InputFile file, Limits limits) {
        Place place = new Place.WholeFile(file.name());
        EncodedPicture picture = EncodedPicture.of(place, file.readAll(Limits.IMAGE_BYTES), EnumSet.allOf(EncodedPicture.Format.class));
        int width = picture.width();
        int height = picture.height();
        if ((long) width * height > limits.pixels() || Math.max(width, height) > Limits.SIDE) {
            throw new Problem(ProblemType.TOO_LARGE, place, width + " x " + height + " pixels",
                    "at most " + limits.pixels() + " pixels, and " + Limits.SIDE + " on a side").asException();
        }
        return new ReferenceImage(picture);
    }

    /** Its width in px. */
    public int width() {
        return picture.width();
    }

    /** Its height in px. */
    public int height() {
        return picture.height();
    }

    /**
     * Its pixels.
     *
     * @throws ProblemException if the picture is damaged or of an unusual kind
     */
    public Photo decode() {
        return RasterPhoto.of(picture.decode());
    }
}
