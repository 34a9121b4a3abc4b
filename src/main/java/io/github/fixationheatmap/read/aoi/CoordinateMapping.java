package io.github.fixationheatmap.read.aoi;

import io.github.fixationheatmap.problem.ProblemType;
import java.util.Optional;

/**
 * What a file's coordinates are over: they become px of the reference image by a factor for each axis.
 *
 * @param imageWidth the reference image's width, in px
 * @param imageHeight the reference image's height, in px
 * @param scaleX px of the reference image for each unit of x
 * @param scaleY px of the reference image for each unit of y
 */
record CoordinateMapping(int imageWidth, int imageHeight, double scaleX, double scaleY) {

    /** How far two aspect ratios may lie apart. */
    private static final double TOLERANCE = .01;

    /** Coordinates that are px of the reference image already. */
    static CoordinateMapping ofImage(int imageWidth, int imageHeight) {
        return new CoordinateMapping(imageWidth, imageHeight, 1, 1);
    }

    /** The same image, of which coordinates are fractions: (0, 0) top left, (1, 1) bottom right. */
    CoordinateMapping normalized() {
        return new CoordinateMapping(imageWidth, imageHeight, imageWidth, imageHeight);
    }

    /**
     * The same image, drawn on in another size; in its own where the file does not say.
     *
     * @param stating where the file says so
     * @param width the width that it states
     * @param height the height that it states
     * @throws io.github.fixationheatmap.problem.ProblemException if it states one alone, or that picture cannot be this image in another
     *     size
     */
    CoordinateMapping drawnAt(JsonValue stating, Optional<JsonValue> width, Optional<JsonValue> height) {
        if (width.isEmpty() && height.isEmpty()) {
            return this;
        }
        if (width.isEmpty() || height.isEmpty()) {
            String seen = width.isEmpty() ? "a height alone" : "a width alone";
            throw stating.problem(ProblemType.BAD_AOI, seen, "both, or neither").asException();
        }
        double drawnWidth = side(width.get());
        double drawnHeight = side(height.get());
        if (!sameAspect(drawnWidth, drawnHeight)) {
            throw width.get().problem(ProblemType.OTHER_PICTURE, plain(drawnWidth) + " x " + plain(drawnHeight),
                    "the shape of the reference image, " + imageWidth + " x " + imageHeight + ", within 1 %").asException();
        }
        return new CoordinateMapping(imageWidth, imageHeight, imageWidth / drawnWidth, imageHeight / drawnHeight);
    }

    private static double side(JsonValue side) {
        if (!(side.number() >= 1)) {
            throw side.bad("a length of at least 1 px");
        }
        return side.number();
    }

    /** Whether a picture of this size has the image's aspect ratio, within 1 %. */
    boolean sameAspect(double width, double height) {
        return Math.abs(width * imageHeight / (height * imageWidth) - 1) <= TOLERANCE;
    }

    /** The same, or as near to it as whole pixels allow: a small mask of a long picture cannot do better. */
    boolean sameAspectAsMask(int width, int height) {
        return sameAspect(width, height)
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
