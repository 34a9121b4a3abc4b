package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.problem.ProblemType;
import java.util.Optional;

/**
 * Maps the coordinates of a file to px of the reference image, by a factor for each axis.
 *
 * @param imageWidth the reference image's width, in px
 * @param imageHeight the reference image's height, in px
 * @param scaleX px of the reference image per unit of x
 * @param scaleY px of the reference image per unit of y
 */
record CoordinateMapping(int imageWidth, int imageHeight, double scaleX, double scaleY) {

    /** The maximum relative difference between two aspect ratios. */
    private static final double MAX_ASPECT_DIFFERENCE = .01;

    /** The mapping for coordinates in px of the reference image. */
    static CoordinateMapping ofImage(int imageWidth, int imageHeight) {
        return new CoordinateMapping(imageWidth, imageHeight, 1, 1);
    }

    /** The mapping for coordinates that are fractions of the image: (0, 0) is top left, (1, 1) bottom right. */
    CoordinateMapping normalized() {
        return new CoordinateMapping(imageWidth, imageHeight, imageWidth, imageHeight);
    }

    /**
     * The mapping for coordinates in px of a scaled copy of the image; this mapping if the file states no size.
     *
     * @param source the value that states the size
     * @param width the width of the copy, in px
     * @param height the height of the copy, in px
     * @throws io.github.fixationheatmap.problem.ProblemException if only one of them is stated, or the aspect ratio differs from the
     *     image's
     */
    CoordinateMapping scaledFrom(JsonValue source, Optional<JsonValue> width, Optional<JsonValue> height) {
        if (width.isEmpty() && height.isEmpty()) {
            return this;
        }
        if (width.isEmpty() || height.isEmpty()) {
            String actual = width.isEmpty() ? "a height alone" : "a width alone";
            throw source.problem(ProblemType.BAD_AOI, actual, "both, or neither").asException();
        }
        double statedWidth = side(width.get());
        double statedHeight = side(height.get());
        if (!hasSameAspect(statedWidth, statedHeight)) {
            throw width.get().problem(ProblemType.OTHER_PICTURE, plain(statedWidth) + " x " + plain(statedHeight),
                    "the shape of the reference image, " + imageWidth + " x " + imageHeight + ", within 1 %").asException();
        }
        return new CoordinateMapping(imageWidth, imageHeight, imageWidth / statedWidth, imageHeight / statedHeight);
    }

    private static double side(JsonValue side) {
        if (!(side.number() >= 1)) {
            throw side.bad("a length of at least 1 px");
        }
        return side.number();
    }

    /** Whether an image of this size has the aspect ratio of the reference image, within 1 %. */
    boolean hasSameAspect(double width, double height) {
        return Math.abs(width * imageHeight / (height * imageWidth) - 1) <= MAX_ASPECT_DIFFERENCE;
    }

    /** Whether a mask of this size has the same aspect ratio within 1 %, or within 1 px: a small mask may be unable to come closer. */
    boolean hasSameAspectAsMask(int width, int height) {
        return hasSameAspect(width, height)
                || Math.abs(width * (double) imageHeight / imageWidth - height) <= 1
                || Math.abs(height * (double) imageWidth / imageHeight - width) <= 1;
    }

    double x(double x) {
        return x * scaleX;
    }

    double y(double y) {
        return y * scaleY;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
