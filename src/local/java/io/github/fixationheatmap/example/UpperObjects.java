package io.github.fixationheatmap.example;

import static io.github.fixationheatmap.example.Brush.curve;
import static io.github.fixationheatmap.example.Brush.rgb;
import static io.github.fixationheatmap.example.Brush.rgba;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** Draws the upper board's objects: books, a picture, a plant, a lamp. */
final class UpperObjects {

    private static final double BASE = ShelfPicture.UPPER_BOARD;

    private UpperObjects() {}

    static void draw(Brush brush, Random random) {
        books(brush);
        picture(brush);
        plant(brush, random);
        lamp(brush);
    }

    private static void books(Brush brush) {
        int[] colors = {0x8C2F39, 0x2F5D62, 0xD9A441, 0x34495E, 0xE8E0CE, 0x5B7B4A};
        double[] widths = {40, 34, 46, 30, 44, 36};
        double[] heights = {232, 204, 244, 216, 190, 238};
        double x = 98;
        for (int i = 0; i < colors.length; i++) {
            Color gilt = rgba(i == 4 ? 0xA05A2C : 0xF1DFAE, .85);
            book(brush, AffineTransform.getTranslateInstance(x, BASE), widths[i], heights[i], rgb(colors[i]), gilt);
            x += widths[i] + 1;
        }
        AffineTransform leaning = AffineTransform.getTranslateInstance(386, BASE);
        leaning.rotate(Math.toRadians(-14));
        book(brush, leaning, 36, 222, rgb(0xC65D3B), rgba(0xF6E7C4, .9));
    }

    /** A spine: two bands, and a plain lozenge where a title would be. */
    private static void book(Brush brush, AffineTransform at, double w, double h, Color cover, Color gilt) {
        brush.round(at.createTransformedShape(new RoundRectangle2D.Double(0, -h, w, h, 7, 7)), cover);
        for (double y : new double[] {.1, .14, .84, .88}) {
            brush.fill(at.createTransformedShape(new Rectangle2D.Double(1, -h * (1 - y), w - 2, 3)), gilt);
        }
        Shape lozenge = Outline.Polygon.of(w / 2, -h * .72, w * .78, -h * .58, w / 2, -h * .44, w * .22, -h * .58).shape();
        brush.line(at.createTransformedShape(lozenge), 2.4, gilt);
        brush.line(at.createTransformedShape(new Rectangle2D.Double(w - 1, -h + 4, 0, h - 6)), 1, rgba(0, .35));
    }

    private static void picture(Brush brush) {
        Rectangle2D frame = new Rectangle2D.Double(448, 122, 228, BASE - 122);
        brush.flat(frame, rgb(0x5A3A22));
        brush.line(new Rectangle2D.Double(451, 125, 222, BASE - 128), 3, rgba(0xD8A871, .55));
        brush.flat(new Rectangle2D.Double(464, 138, 196, BASE - 154), rgb(0xEDE7D8));
        Rectangle2D view = new Rectangle2D.Double(484, 158, 156, BASE - 194);
        brush.fill(view, Brush.down(view, rgb(0x6FA9C9), rgb(0xF8D9A6))).clip(view);
        brush.glow(596, 208, 80, 80, rgba(0xFFF3C2, .9)).fill(new Ellipse2D.Double(574, 186, 44, 44), rgb(0xFFF0B8));
        hill(brush, curve(484, 300, 520, 236, 566, 284, 600, 250, 640, 290), 0x6C8EA4);
        hill(brush, curve(484, 318, 540, 276, 590, 316, 620, 300, 640, 308), 0x4E7A68);
        hill(brush, curve(484, 346, 548, 318, 640, 352), 0x2F5A45);
        brush.fill(curve(536, 392, 560, 352, 528, 340, 590, 352, 574, 392), rgb(0xE5CF9B));
        brush.unclip().line(view, 1.5, rgba(0x3A2A1A, .5));
        brush.fill(Outline.Polygon.of(464, 138, 560, 138, 484, BASE - 16, 464, BASE - 16).shape(), rgba(0xFFFFFF, .1));
    }

    private static void hill(Brush brush, Path2D ridge, int color) {
        ridge.lineTo(640, 400);
        ridge.lineTo(484, 400);
        ridge.closePath();
        brush.fill(ridge, Brush.down(ridge.getBounds2D(), rgb(color), Brush.lit(rgb(color), .7)));
    }

    private static void plant(Brush brush, Random random) {
        for (int i = 0; i < 34; i++) {
            double angle = Math.toRadians(-160 + 140 * (i * 13 % 34 + random.nextDouble()) / 34);
            double length = 150 + 84 * random.nextDouble();
            leaf(brush, angle, length * (.52 + .48 * Math.abs(Math.sin(angle))), 14 + 10 * random.nextDouble(), .5 + .7 * i / 34);
        }
        Path2D pot = new Path2D.Double(Outline.Polygon.of(770, 346, 862, 346, 850, BASE, 782, BASE).shape());
        brush.round(pot, rgb(0xC2673D));
        brush.round(new RoundRectangle2D.Double(762, 334, 108, 24, 8, 8), rgb(0xCF7448));
        brush.fill(new Rectangle2D.Double(770, 358, 92, 6), rgba(0x3A1405, .3));
        for (double x = 784; x < 850; x += 16) {
            brush.line(curve(x, 388, x + 8, 376, x + 16, 388), 2.4, rgba(0xF7DDBF, .75));
        }
    }

    private static void leaf(Brush brush, double angle, double length, double width, double light) {
        Path2D blade = curve(0, 0, length * .4, -width * 1.5, length, 0, length * .4, width * 1.5, 0, 0);
        AffineTransform at = AffineTransform.getTranslateInstance(816, 338);
        at.rotate(angle);
        Color green = Brush.lit(rgb(0x4E8B4A), light);
        brush.fill(at.createTransformedShape(blade), green);
        brush.fill(at.createTransformedShape(curve(0, 0, length * .4, -width * 1.5, length, 0)), Brush.lit(green, 1.18));
        brush.line(at.createTransformedShape(curve(0, 0, length * .5, 0, length * .94, 0)), 1.2, rgba(0xD9F0B8, .45));
    }

    private static void lamp(Brush brush) {
        brush.round(new RoundRectangle2D.Double(970, 412, 112, 16, 14, 14), rgb(0xB08D45));
        brush.round(new Rectangle2D.Double(1019, 280, 14, 134), rgb(0xC9A355));
        brush.ball(new Ellipse2D.Double(1006, 330, 40, 40), rgb(0xC39A4A));
        Shape shade = Outline.Polygon.of(978, 154, 1074, 154, 1116, 288, 936, 288).shape();
        Rectangle2D b = shade.getBounds2D();
        brush.fill(shade, Brush.across(b, new float[] {0, .5f, 1}, rgb(0xEFA94A), rgb(0xFFF8DC), rgb(0xE2963A)));
        brush.fill(shade, Brush.down(b, rgba(0xC4701F, .38), rgba(0xFFF8E0, .5)));
        brush.line(curve(978, 154, 1026, 148, 1074, 154), 3, rgb(0x9A6B2A)).line(curve(936, 288, 1026, 296, 1116, 288), 4, rgb(0xA9742E));
    }
}
