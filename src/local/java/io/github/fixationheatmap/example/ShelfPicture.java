package io.github.fixationheatmap.example;

import static io.github.fixationheatmap.example.Brush.lit;
import static io.github.fixationheatmap.example.Brush.rgb;
import static io.github.fixationheatmap.example.Brush.rgba;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Draws the shelf: wall, boards, the objects with their shadows, light and a little grain. */
final class ShelfPicture {

    static final int WIDTH = 1200;
    static final int HEIGHT = 900;
    static final double UPPER_BOARD = 428;
    static final double LOWER_BOARD = 802;

    private static final long SEED = 7;
    private static final int SHADOW_SOFTNESS = 12;

    private ShelfPicture() {}

    static BufferedImage draw() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Brush brush = new Brush(image);
        Random random = new Random(SEED);
        wall(brush);
        castShadows(brush);
        board(brush, UPPER_BOARD, random);
        board(brush, LOWER_BOARD, random);
        for (ShelfObject object : ShelfObject.ALL) {
            Rectangle2D b = object.outline().shape().getBounds2D();
            brush.glow(b.getCenterX() + 14, b.getMaxY() + 3, b.getWidth() * .62, 15, rgba(0x1E0F06, .75));
        }
        UpperObjects.draw(brush, random);
        LowerObjects.draw(brush, random);
        light(brush);
        grain(image, random);
        return image;
    }

    private static void wall(Brush brush) {
        Rectangle2D all = new Rectangle2D.Double(0, 0, WIDTH, HEIGHT);
        brush.fill(all, Brush.across(all, new float[] {0, .5f, 1}, rgb(0xC9D3CF), rgb(0xA9B8B6), rgb(0x7F9295)));
        for (double y = 0; y < HEIGHT; y += 75) {
            brush.fill(new Rectangle2D.Double(0, y, WIDTH, 2), rgba(0x2F4448, .14));
            brush.fill(new Rectangle2D.Double(0, y + 2, WIDTH, 2), rgba(0xFFFFFF, .16));
        }
        brush.glow(140, 60, 900, 620, rgba(0xFFF4DC, .55));
    }

    /** What the objects and boards throw on the wall: their outlines, moved away from the window and blurred by drawing them small. */
    private static void castShadows(Brush brush) {
        BufferedImage small = new BufferedImage(WIDTH / SHADOW_SOFTNESS, HEIGHT / SHADOW_SOFTNESS, BufferedImage.TYPE_INT_ARGB);
        Brush shade = new Brush(small);
        AffineTransform moved = AffineTransform.getScaleInstance(1.0 / SHADOW_SOFTNESS, 1.0 / SHADOW_SOFTNESS);
        moved.translate(26, 16);
        Color c = rgba(0x14242A, .5);
        for (ShelfObject object : ShelfObject.ALL) {
            shade.fill(moved.createTransformedShape(object.outline().shape()), c);
        }
        for (double y : new double[] {UPPER_BOARD, LOWER_BOARD}) {
            shade.fill(moved.createTransformedShape(new Rectangle2D.Double(40, y + 10, 1120, 52)), c);
        }
        brush.image(small, 0, 0, WIDTH, HEIGHT);
    }

    private static void board(Brush brush, double y, Random random) {
        Rectangle2D top = new Rectangle2D.Double(36, y - 12, 1128, 20);
        Rectangle2D front = new Rectangle2D.Double(36, y + 8, 1128, 34);
        Color wood = rgb(0xA8703F);
        brush.fill(top, Brush.across(top, new float[] {0, 1}, lit(wood, 1.35), lit(wood, .9)));
        brush.fill(front, Brush.across(front, new float[] {0, 1}, lit(wood, 1.0), lit(wood, .58)));
        brush.clip(front);
        for (int i = 0; i < 26; i++) {
            double gy = y + 8 + 34 * random.nextDouble();
            double bend = 10 * (random.nextDouble() - .5);
            double x = 1128 * random.nextDouble() - 200;
            double width = .8 + random.nextDouble();
            Color vein = rgba(0x4A2A12, .12 + .2 * random.nextDouble());
            brush.line(Brush.curve(x, gy, x + 200, gy + bend, x + 400, gy), width, vein);
        }
        brush.unclip();
        brush.fill(new Rectangle2D.Double(36, y + 8, 1128, 1.6), rgba(0xFFE9C8, .55));
        brush.fill(new Rectangle2D.Double(36, y + 39, 1128, 3), rgba(0x1B0E05, .45));
        for (double x : new double[] {70, 1116}) {
            brush.round(new RoundRectangle2D.Double(x, y + 42, 14, 30, 6, 6), rgb(0x3B3F42));
        }
    }

    /** The lamp's warmth, and a fall of light towards the corners. */
    private static void light(Brush brush) {
        brush.glow(1026, 240, 330, 300, rgba(0xFFC566, .38));
        brush.glow(1026, 424, 190, 40, rgba(0xFFD58A, .4));
        for (int corner = 0; corner < 2; corner++) {
            brush.glow(1240, corner == 0 ? 930 : -40, 620, 420, rgba(0x0B1418, .38));
        }
        brush.glow(-40, 940, 620, 380, rgba(0x0B1418, .32));
    }

    /** A sensor's noise, the same in all three channels. */
    private static void grain(BufferedImage image, Random random) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int noise = (int) Math.round(1.6 * random.nextGaussian());
                int p = image.getRGB(x, y);
                image.setRGB(x, y, level((p >> 16 & 255) + noise) << 16 | level((p >> 8 & 255) + noise) << 8 | level((p & 255) + noise));
            }
        }
    }

    private static int level(int v) {
        return Math.clamp(v, 0, 255);
    }
}
