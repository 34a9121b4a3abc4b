package io.github.fixationheatmap.example;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Shapes with light on them: a window stands to the left. */
final class Brush {

    private final Graphics2D g;

    Brush(BufferedImage image) {
        g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    }

    /** A colour by its six hexadecimal digits. */
    static Color rgb(int rgb) {
        return new Color(rgb);
    }

    /** A colour with an alpha of 0 to 1. */
    static Color rgba(int rgb, double alpha) {
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, (int) Math.round(255 * alpha));
    }

    /** A colour made lighter (factor above 1) or darker. */
    static Color lit(Color c, double factor) {
        return new Color(level(c.getRed() * factor), level(c.getGreen() * factor), level(c.getBlue() * factor), c.getAlpha());
    }

    private static int level(double v) {
        return (int) Math.max(0, Math.min(255, Math.round(v)));
    }

    /** A path from a start, then curves: each by a control point and an end. */
    static Path2D curve(double x, double y, double... controlsAndEnds) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y);
        for (int i = 0; i < controlsAndEnds.length; i += 4) {
            path.quadTo(controlsAndEnds[i], controlsAndEnds[i + 1], controlsAndEnds[i + 2], controlsAndEnds[i + 3]);
        }
        return path;
    }

    Brush fill(Shape shape, Paint paint) {
        g.setPaint(paint);
        g.fill(shape);
        return this;
    }

    Brush line(Shape shape, double width, Paint paint) {
        g.setPaint(paint);
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
        return this;
    }

    /** Paints only inside of the shape until {@link #unclip()}. */
    Brush clip(Shape shape) {
        g.setClip(shape);
        return this;
    }

    Brush unclip() {
        g.setClip(null);
        return this;
    }

    Brush image(BufferedImage image, double x, double y, double width, double height) {
        g.drawImage(image, (int) x, (int) y, (int) width, (int) height, null);
        return this;
    }

    /** A shape that is round about a vertical axis: lit from the left, dark at both sides, a little light thrown back at the right. */
    Brush round(Shape shape, Color c) {
        Rectangle2D b = shape.getBounds2D();
        Color[] light = {lit(c, .72), lit(c, 1.22), lit(c, .62), lit(c, .5), lit(c, .62)};
        return fill(shape, across(b, new float[] {0, .28f, .75f, .95f, 1}, light));
    }

    /** A flat upright face, a little lighter to the left. */
    Brush flat(Shape shape, Color c) {
        return fill(shape, across(shape.getBounds2D(), new float[] {0, 1}, lit(c, 1.12), lit(c, .8)));
    }

    /** A ball within the rectangle around the shape. */
    Brush ball(Shape shape, Color c) {
        Rectangle2D b = shape.getBounds2D();
        Point2D light = new Point2D.Double(b.getX() + .36 * b.getWidth(), b.getY() + .3 * b.getHeight());
        Color[] colors = {lit(c, 1.45), lit(c, 1.05), lit(c, .55)};
        return fill(shape, new RadialGradientPaint(light, (float) (b.getWidth() * .8), new float[] {0, .45f, 1}, colors));
    }

    /** A soft spot of colour, fading to nothing at its edge. */
    Brush glow(double x, double y, double rx, double ry, Color c) {
        Color faint = new Color(c.getRed(), c.getGreen(), c.getBlue(), c.getAlpha() * 2 / 5);
        Color[] colors = {c, faint, new Color(c.getRGB() & 0xFFFFFF, true)};
        var old = g.getTransform();
        g.translate(x, y);
        g.scale(1, ry / rx);
        g.setPaint(new RadialGradientPaint(new Point2D.Double(), (float) rx, new float[] {0, .45f, 1}, colors));
        g.fill(new Rectangle2D.Double(-rx, -rx, 2 * rx, 2 * rx));
        g.setTransform(old);
        return this;
    }

    static Paint across(Rectangle2D b, float[] stops, Color... colors) {
        return new LinearGradientPaint((float) b.getMinX(), 0, (float) b.getMaxX(), 0, stops, colors);
    }

    static Paint down(Rectangle2D b, Color top, Color bottom) {
        return new LinearGradientPaint(0, (float) b.getMinY(), 0, (float) b.getMaxY(), new float[] {0, 1}, new Color[] {top, bottom});
    }
}
