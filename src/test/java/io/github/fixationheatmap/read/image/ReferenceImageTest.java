package io.github.fixationheatmap.read.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fixationheatmap.lambda.TestExport;
import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.read.ByteStore;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.Limits;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decodes images of every pixel layout that PNG and JPEG files have, and compares their colours. */
class ReferenceImageTest {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    record Kind(String name, BufferedImage image, String format, int tolerance, boolean grey) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Kind> kinds() {
        return List.of(
                new Kind("PNG of 8 bits", quarters(BufferedImage.TYPE_3BYTE_BGR), "png", 0, false),
                new Kind("PNG with alpha", quarters(BufferedImage.TYPE_4BYTE_ABGR), "png", 0, false),
                new Kind("PNG from packed ints", quarters(BufferedImage.TYPE_INT_RGB), "png", 0, false),
                new Kind("PNG with a palette", quarters(BufferedImage.TYPE_BYTE_INDEXED), "png", 0, false),
                new Kind("grey PNG of 8 bits", grey(BufferedImage.TYPE_BYTE_GRAY, 1), "png", 0, true),
                new Kind("grey PNG of 16 bits", grey(BufferedImage.TYPE_USHORT_GRAY, 257), "png", 0, true),
                new Kind("JPEG", quarters(BufferedImage.TYPE_3BYTE_BGR), "jpeg", 12, false),
                new Kind("grey JPEG", grey(BufferedImage.TYPE_BYTE_GRAY, 1), "jpeg", 6, true));
    }

    /** Red, green, blue and black quarters. */
    private static BufferedImage quarters(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        Graphics2D pen = image.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.BLACK};
        for (int i = 0; i < colours.length; i++) {
            pen.setColor(colours[i]);
            pen.fillRect(i % 2 * WIDTH / 2, i / 2 * HEIGHT / 2, WIDTH / 2, HEIGHT / 2);
        }
        pen.dispose();
        return image;
    }

    /** Quarters of level 255, 100, 30 and 0, set as raw samples, because drawing in Java would convert them. */
    private static BufferedImage grey(int type, int factor) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        WritableRaster raster = image.getRaster();
        int[] levels = {255, 100, 30, 0};
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                raster.setSample(x, y, 0, levels[2 * (y * 2 / HEIGHT) + x * 2 / WIDTH] * factor);
            }
        }
        return image;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void hasTheColoursThatWereDrawn(Kind kind) {
        byte[] bytes = TestExport.encoded(kind.image, kind.format);
        ByteStore store = new ByteStore("inbox/reference_image.png", bytes, 0, new byte[0]);
        ReferenceImage image = ReferenceImage.open(new InputFile.StoredFile(store, store.object), new Limits(WIDTH * HEIGHT));
        assertThat(List.of(image.width(), image.height())).containsExactly(WIDTH, HEIGHT);
        ImageRows rows = ImagesTest.decoded(image);
        int[][] colours = {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {0, 0, 0}};
        int[][] greys = {{255, 255, 255}, {100, 100, 100}, {30, 30, 30}, {0, 0, 0}};
        int[][] expected = kind.grey ? greys : colours;
        byte[] row = new byte[3 * WIDTH];
        for (int i = 0; i < expected.length; i++) {
            rows.row(HEIGHT / 4 + i / 2 * HEIGHT / 2, row);
            int x = WIDTH / 4 + i % 2 * WIDTH / 2;
            for (int c = 0; c < 3; c++) {
                assertThat(row[3 * x + c] & 0xFF).as("quarter %s, channel %s", i, c)
                        .isBetween(expected[i][c] - kind.tolerance, expected[i][c] + kind.tolerance);
            }
        }
    }
}
