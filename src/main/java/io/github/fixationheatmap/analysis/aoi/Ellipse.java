package io.github.fixationheatmap.analysis.aoi;

/**
 * An upright ellipse. It contains its interior, ((x - centerX) / radiusX)<sup>2</sup> + ((y - centerY) / radiusY)<sup>2</sup> &lt; 1, and
 * not its outline.
 *
 * @param centerX its centre's x
 * @param centerY its centre's y
 * @param radiusX half its width, above 0
 * @param radiusY half its height, above 0
 */
public record Ellipse(double centerX, double centerY, double radiusX, double radiusY) implements Area {

    /** @throws IllegalArgumentException if a number is not finite or a radius is not above 0 */
    public Ellipse {
        if (!(radiusX > 0 && radiusY > 0)) {
            throw new IllegalArgumentException("radii are above 0, not " + radiusX + " and " + radiusY);
        }
        // Rejects numbers that are not finite, also if only a sum overflows.
        new Bounds(centerX - radiusX, centerY - radiusY, centerX + radiusX, centerY + radiusY);
    }

    @Override
    public boolean contains(double x, double y) {
        double across = (x - centerX) / radiusX;
        double down = (y - centerY) / radiusY;
        return across * across + down * down < 1;
    }

    @Override
    public Bounds bounds() {
        return new Bounds(centerX - radiusX, centerY - radiusY, centerX + radiusX, centerY + radiusY);
    }

    @Override
    public double area() {
        return Math.PI * radiusX * radiusY;
    }

    @Override
    public String kind() {
        return "ellipse";
    }
}
