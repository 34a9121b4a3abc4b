package io.github.fixationheatmap.analysis.aoi;

/**
 * An upright rectangle. It contains left &lt;= x &lt; right and top &lt;= y &lt; bottom, as the polygon of its corners does.
 *
 * @param left the smallest x
 * @param top the smallest y
 * @param right the right edge, above {@code left}
 * @param bottom the bottom edge, above {@code top}
 */
public record Rectangle(double left, double top, double right, double bottom) implements Area {

    /** @throws IllegalArgumentException if an edge is not finite, or the width or the height is not above 0 */
    public Rectangle {
        Bounds box = new Bounds(left, top, right, bottom);
        if (box.left() == box.right() || box.top() == box.bottom()) {
            throw new IllegalArgumentException("a rectangle has a width and a height above 0");
        }
    }

    @Override
    public boolean contains(double x, double y) {
        return x >= left && x < right && y >= top && y < bottom;
    }

    @Override
    public Bounds bounds() {
        return new Bounds(left, top, right, bottom);
    }

    @Override
    public double area() {
        return (right - left) * (bottom - top);
    }

    @Override
    public String kind() {
        return "rectangle";
    }
}
