package io.github.fixationheatmap.read.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.lambda.TestExport;
import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.read.ByteStore;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.read.Limits;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Decodes images of every pixel layout that PNG and JPEG files have, and compares their colours. */
class ReferenceImageTest {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final byte[] SCAN = HexFormat.of().parseHex("FFDA0008010100003F00");

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

    private static ReferenceImage open(byte[] bytes, long pixels) {
        ByteStore store = new ByteStore("inbox/reference_image.png", bytes, 0, new byte[0]);
        return ReferenceImage.open(new InputFile.StoredFile(store, store.object), new Limits(pixels), TimeCheck.NONE);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void hasTheColoursThatWereDrawn(Kind kind) {
        byte[] bytes = TestExport.encoded(kind.image, kind.format);
        ReferenceImage image = open(bytes, WIDTH * HEIGHT);
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

    /**
     * A decoder keeps 2 bytes for each sample of a JPEG in several scans, in whole blocks of 8 x 8, and in as many blocks as its sampling
     * factors ask for.
     */
    @ParameterizedTest
    @CsvSource({"C0, 4, 11, 0", "C2, 4, 11, 2560", "C2, 3, 11, 1920", "C2, 3, 22, 2304", "C2, 3, 41, 1536", "C2, 1, 11, 640"})
    void coefficientsOfSeveralScansAreCounted(String frame, int samples, String sampling, long coefficients) {
        ImageHeader header = ImageHeader.ofReferenceImage("a.jpg", jpeg(frame, 33, 8, samples, sampling), TimeCheck.NONE);
        assertThat(header.decodingBytes()).isEqualTo(33L * 8 * Math.max(3, samples) + coefficients);
    }

    @Test
    void coefficientsCountAgainstTheLimit() {
        byte[] cmyk = jpeg("C2", 10_000, 10_000, 4, "11");
        assertThatThrownBy(() -> open(cmyk, Limits.DEFAULT_MAX_PIXELS)).hasMessage("reference_image.png: seen \"10000 x 10000 pixels in a"
                + " JPEG of several scans (progressive), which take 1200000000 bytes to decode\", expected at most 400000000 bytes, and"
                + " 65535 on a side; or a JPEG that is not progressive");
        open(cmyk, 3 * Limits.DEFAULT_MAX_PIXELS);
        open(jpeg("C0", 10_000, 10_000, 4, "11"), Limits.DEFAULT_MAX_PIXELS);
    }

    @Test
    void scansOfALargeImageAreLimited() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(jpeg("C2", 10_000, 5_000, 1, "11"));
        for (int i = 0; i < 40; i++) {
            file.writeBytes(SCAN);
        }
        assertThatThrownBy(() -> open(file.toByteArray(), Limits.DEFAULT_MAX_PIXELS))
                .hasMessage("reference_image.png: seen \"more than 20 scans\", expected a whole JPEG or PNG picture");
    }

    @Test
    void countingScansEndsWhenTheTimeIsUp() {
        byte[] file = jpeg("C2", 8, 8, 1, "11");
        assertThatThrownBy(() -> ImageHeader.ofReferenceImage("a.jpg", file, () -> {
            throw new TimeCheck.OutOfTimeException("now");
        })).isInstanceOf(TimeCheck.OutOfTimeException.class);
    }

    /** The headers of a JPEG, and its first scan, which holds all samples if the frame is sequential. */
    private static byte[] jpeg(String frame, int width, int height, int samples, String sampling) {
        StringBuilder hex = new StringBuilder(String.format("FFD8FF%s%04X08%04X%04X%02X", frame, 8 + 3 * samples, height, width, samples));
        StringBuilder scan = new StringBuilder(String.format("FFDA%04X%02X", 6 + 2 * samples, samples));
        for (int i = 1; i <= samples; i++) {
            hex.append(String.format("%02X%s00", i, i == 1 ? sampling : "11"));
            scan.append(String.format("%02X00", i));
        }
        return HexFormat.of().parseHex(hex.append(scan).append("000000"));
    }
}
