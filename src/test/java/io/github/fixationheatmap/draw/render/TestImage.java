package io.github.fixationheatmap.draw.render;

import io.github.fixationheatmap.model.ImageRows;
import java.awt.image.BufferedImage;
import java.util.Random;

/** The rows of a buffered image. */
public record TestImage(BufferedImage image) implements ImageRows {
    public static TestImage noise(int width, int height, long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        return new TestImage(image);
    }

    @Override
    public int width() {
        return image.getWidth();
    }

    @Override
    public int height() {
        return image.getHeight();
    }

    @Override
    public void row(int y, byte[] rgb) {
        for (int x = 0; x < width(); x++) {
            int pixel = image.getRGB(x, y);
            rgb[3 * x] = (byte) (pixel >> 16);
            rgb[3 * x + 1] = (byte) (pixel >> 8);
            rgb[3 * x + 2] = (byte) pixel;
        }
    }
}
