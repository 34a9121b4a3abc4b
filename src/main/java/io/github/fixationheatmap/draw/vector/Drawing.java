package io.github.fixationheatmap.draw.vector;

import java.util.List;

/**
 * A figure, in px of the reference image: a fixation stands at its own coordinates. {@link SvgWriter} and {@link RasterWriter} write it.
 *
 * @param name a short name, which the ids in the SVG begin with
 * @param title what it is
 * @param description what it shows, in words and numbers, for those who cannot see it
 * @param view the part of the plane that is drawn, on white; its edges and the point 0, 0 are moved to whole px of the figure, so that
 *     both writers put everything in the same place
 * @param pixelsPerUnit the number of the figure's px in a px of the reference image
 * @param marks what is drawn
 */
public record Drawing(String name, String title, String description, Box view, double pixelsPerUnit, List<Mark> marks) {

    /** @throws IllegalArgumentException if there is no px to draw */
    public Drawing {
        marks = List.copyOf(marks);
        if (!(pixelsPerUnit > 0 && pixelsPerUnit < Double.POSITIVE_INFINITY && view.width() > 0 && view.height() > 0)) {
            throw new IllegalArgumentException("nothing to draw: " + view + ", scaled by " + pixelsPerUnit);
        }
        double scale = pixelsPerUnit;
        view = new Box(Math.round(view.x() * scale) / scale, Math.round(view.y() * scale) / scale,
                Math.max(1, Math.ceil(view.width() * scale)) / scale, Math.max(1, Math.ceil(view.height() * scale)) / scale);
    }

    /** The figure's width in px. */
    public int width() {
        return pixels(view.width());
    }

    /** The figure's height in px. */
    public int height() {
        return pixels(view.height());
    }

    private int pixels(double length) {
        return (int) Math.round(length * pixelsPerUnit);
    }
}
