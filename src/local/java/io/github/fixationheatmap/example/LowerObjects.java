package io.github.fixationheatmap.example;

import static io.github.fixationheatmap.example.Brush.curve;
import static io.github.fixationheatmap.example.Brush.rgb;
import static io.github.fixationheatmap.example.Brush.rgba;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** Draws the lower board's objects: a bottle, jars, a mug, a bowl of oranges, a camera. */
final class LowerObjects {

    private static final double BASE = ShelfPicture.LOWER_BOARD;

    private LowerObjects() {}

    static void draw(Brush brush, Random random) {
        bottle(brush);
        jar(brush, random, new Rectangle2D.Double(250, 594, 96, BASE - 594), 0xE9C46A, 9);
        jar(brush, random, new Rectangle2D.Double(358, 654, 92, BASE - 654), 0x7A3B2E, 6);
        mug(brush);
        oranges(brush);
        camera(brush);
    }

    private static void bottle(Brush brush) {
        Path2D glass = curve(146, 512, 146, 560, 142, 590, 136, 620, 116, 644, 114, 660, 114, BASE);
        glass.lineTo(208, BASE);
        glass.append(curve(208, BASE, 208, 660, 206, 644, 186, 620, 180, 590, 176, 560, 176, 512), true);
        glass.closePath();
        brush.round(glass, rgb(0x2F6B45));
        brush.round(new RoundRectangle2D.Double(143, 498, 36, 56, 6, 6), rgb(0x6E1F2A));
        Rectangle2D label = new Rectangle2D.Double(114, 672, 94, 92);
        brush.round(label, rgb(0xE9E0C8));
        Color stripe = rgba(0x8A2F3A, .9);
        brush.fill(new Rectangle2D.Double(114, 680, 94, 4), stripe).fill(new Rectangle2D.Double(114, 752, 94, 4), stripe);
        brush.ball(new Ellipse2D.Double(143, 698, 36, 36), rgb(0x6E2A4A));
        brush.fill(curve(161, 698, 178, 682, 190, 690, 182, 702, 161, 698), rgb(0x4F7A3A));
        Color gloss = rgba(0xFFFFFF, .3);
        brush.line(curve(127, 650, 123, 720, 125, 792), 5, gloss).line(curve(152, 560, 151, 600, 140, 628), 4, gloss);
    }

    /** A glass filled with round things. */
    private static void jar(Brush brush, Random random, Rectangle2D b, int content, double size) {
        RoundRectangle2D glass = new RoundRectangle2D.Double(b.getX(), b.getY(), b.getWidth(), b.getHeight(), 24, 24);
        Rectangle2D inside = new Rectangle2D.Double(b.getX() + 6, b.getY() + 40, b.getWidth() - 12, b.getHeight() - 46);
        brush.fill(glass, rgba(0xDDEBEA, .42)).fill(inside, Brush.lit(rgb(content), .6)).clip(inside);
        for (double y = inside.getMinY(); y < inside.getMaxY() + size; y += size * 1.25) {
            for (double x = inside.getMinX(); x < inside.getMaxX() + size; x += size * 1.6) {
                double dx = size * random.nextDouble() - size / 2;
                double dy = size * random.nextDouble() - size / 2;
                double tone = .7 + .4 * random.nextDouble();
                brush.ball(new Ellipse2D.Double(x + dx - size, y + dy - size * .7, size * 2, size * 1.4), Brush.lit(rgb(content), tone));
            }
        }
        brush.unclip();
        Color[] sheen = {rgba(0, .28), rgba(0xFFFFFF, .12), rgba(0, .05), rgba(0, .42)};
        brush.fill(glass, Brush.across(b, new float[] {0, .25f, .6f, 1}, sheen));
        brush.fill(new RoundRectangle2D.Double(b.getX() + 13, b.getY() + 34, 9, b.getHeight() - 54, 9, 9), rgba(0xFFFFFF, .42));
        brush.line(glass, 1.5, rgba(0xFFFFFF, .35));
        brush.round(new RoundRectangle2D.Double(b.getX() + 2, b.getY() - 14, b.getWidth() - 4, 34, 10, 10), rgb(0xB98A56));
        brush.fill(new Rectangle2D.Double(b.getX() + 3, b.getY() + 8, b.getWidth() - 6, 3), rgba(0x3A220E, .35));
    }

    private static void mug(Brush brush) {
        brush.line(curve(590, 704, 644, 694, 640, 734, 636, 774, 588, 770), 15, rgb(0x1F4A66));
        brush.line(curve(590, 701, 640, 692, 637, 734), 5, rgba(0x8CC0DC, .7));
        Path2D body = curve(494, 684, 494, 790, 512, BASE);
        body.lineTo(582, BASE);
        body.quadTo(600, 790, 600, 684);
        body.closePath();
        brush.round(body, rgb(0x2F7099)).clip(body);
        brush.round(new Rectangle2D.Double(494, 724, 106, 30), rgb(0xEFE6D2));
        for (double x = 500; x < 600; x += 21) {
            brush.fill(Outline.Polygon.of(x, 739, x + 9, 728, x + 18, 739, x + 9, 750).shape(), rgb(0xC8553D));
        }
        brush.unclip();
        brush.fill(new Ellipse2D.Double(494, 673, 106, 22), rgb(0x8FB8CE)).fill(new Ellipse2D.Double(501, 676, 92, 16), rgb(0x3A2114));
        brush.fill(curve(508, 686, 546, 694, 588, 684, 546, 700, 508, 686), rgba(0xC58A5A, .5));
        for (int i = 0; i < 2; i++) {
            double x = 530 + 30 * i;
            brush.line(curve(x, 664, x - 14, 640, x + 2, 622, x + 14, 606, x + 2, 586), 7, rgba(0xFFFFFF, .13));
        }
    }

    private static void oranges(Brush brush) {
        double[][] fruit = {{700, 646}, {802, 644}, {750, 626}, {722, 668}, {786, 668}, {838, 672}};
        for (double[] at : fruit) {
            Ellipse2D orange = new Ellipse2D.Double(at[0] - 4, at[1], 76, 74);
            brush.glow(orange.getCenterX() + 4, orange.getCenterY() + 6, 46, 46, rgba(0x3A1503, .5));
            brush.ball(orange, rgb(0xE8821E));
            brush.glow(at[0] + 22, at[1] + 20, 14, 11, rgba(0xFFF2DC, .55));
            double x = at[0] + 34;
            double y = at[1] + 5;
            brush.fill(Outline.Polygon.of(x, y + 3, x + 5, y, x + 9, y + 4, x + 4, y + 8).shape(), rgb(0x4B6B2A));
        }
        Path2D bowl = curve(660, 708, 672, 790, 740, BASE);
        bowl.lineTo(830, BASE);
        bowl.quadTo(898, 790, 910, 708);
        bowl.quadTo(785, 736, 660, 708);
        brush.round(bowl, rgb(0xDAD4C4)).clip(bowl);
        for (double y : new double[] {738, 750}) {
            brush.line(curve(660, y - 14, 785, y + 14, 910, y - 14), 4, rgba(0x2F6B7A, .8));
        }
        brush.unclip().line(curve(660, 708, 785, 736, 910, 708), 4, rgba(0xFFFFFF, .55));
    }

    private static void camera(Brush brush) {
        Color leather = rgb(0x34302E);
        Color metal = rgb(0xB9BDBE);
        brush.round(new RoundRectangle2D.Double(1080, 654, 30, 16, 6, 6), metal);
        brush.round(new RoundRectangle2D.Double(956, 652, 40, 18, 6, 6), metal);
        brush.flat(Outline.Polygon.of(1002, 668, 1012, 646, 1060, 646, 1070, 668).shape(), metal);
        Shape body = new RoundRectangle2D.Double(940, 664, 192, BASE - 664, 22, 22);
        brush.flat(body, leather).clip(body);
        brush.flat(new Rectangle2D.Double(940, 664, 192, 30), metal);
        brush.flat(new Rectangle2D.Double(940, BASE - 14, 192, 14), metal);
        for (double x = 946; x < 1132; x += 7) {
            brush.line(new Rectangle2D.Double(x, 696, 0, 90), 1.2, rgba(0xFFFFFF, .05));
        }
        brush.unclip();
        brush.flat(new RoundRectangle2D.Double(1090, 672, 28, 16, 5, 5), rgb(0x20343E));
        brush.ball(new Ellipse2D.Double(952, 672, 16, 16), rgb(0xB8322A));
        double[] radii = {56, 48, 40, 30};
        int[] rings = {0x8E9394, 0x2A2A2C, 0x55595B, 0x101820};
        for (int i = 0; i < radii.length; i++) {
            Shape ring = new Ellipse2D.Double(1034 - radii[i], 738 - radii[i], 2 * radii[i], 2 * radii[i]);
            brush.round(ring, rgb(rings[i]));
        }
        brush.glow(1042, 750, 28, 26, rgba(0x5A3F9A, .75)).glow(1024, 726, 16, 13, rgba(0xBFE6FF, .95));
        brush.glow(1050, 752, 7, 6, rgba(0xFFD9A0, .8));
    }
}
