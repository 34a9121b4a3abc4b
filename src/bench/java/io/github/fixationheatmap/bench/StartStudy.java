package io.github.fixationheatmap.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fixationheatmap.example.ExampleExport;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A made-up study of 2 MP and 10,000 rows, the same each time: a photo of coloured boxes with a sensor's noise, seen by ten people. */
final class StartStudy {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1250;
    private static final int PEOPLE = 10;
    private static final int EACH = 1000;
    private static final long BEGIN = 1_650_000_000_000_000_000L;
    private static final String HEADER = "section id,recording id,fixation id,start timestamp [ns],end timestamp [ns],duration [ms],"
            + "fixation detected in reference image,fixation x [px],fixation y [px]\n";

    private StartStudy() {}

    /** Its files by name. */
    static Map<String, byte[]> files() throws IOException {
        Random random = new Random(1);
        return Map.of("fixations.csv", fixations(random).getBytes(UTF_8), "reference_image.jpeg", ExampleExport.jpeg(photo(random), .9f));
    }

    private static String fixations(Random random) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int person = 0; person < PEOPLE; person++) {
            UUID section = new UUID(random.nextLong(), random.nextLong());
            UUID recording = new UUID(random.nextLong(), random.nextLong());
            long time = BEGIN + person * 1_000_000_000_000L;
            for (int i = 1; i <= EACH; i++) {
                long ms = random.nextInt(60, 760);
                csv.append(section).append(',').append(recording).append(',').append(i).append(',').append(time).append(',')
                        .append(time + ms * 1_000_000).append(',').append(ms).append(',').append(place(random)).append('\n');
                time += (ms + 50) * 1_000_000;
            }
        }
        return csv.toString();
    }

    private static String place(Random random) {
        double x = WIDTH * (.5 + .15 * random.nextGaussian());
        double y = HEIGHT * (.5 + .15 * random.nextGaussian());
        boolean mapped = random.nextInt(100) < 85 && x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT;
        return mapped ? String.format(Locale.ROOT, "true,%.3f,%.3f", x, y) : "false,,";
    }

    private static BufferedImage photo(Random random) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        int[] boxes = random.ints(1 + (WIDTH / 40) * (1 + HEIGHT / 50), 0x202020, 0xE0E0E0).toArray();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int box = boxes[y / 50 * (WIDTH / 40) + x / 40];
                int noise = (int) (4 * random.nextGaussian());
                image.setRGB(x, y, grain(box >> 16, noise) << 16 | grain(box >> 8, noise) << 8 | grain(box, noise));
            }
        }
        return image;
    }

    private static int grain(int sample, int noise) {
        return Math.clamp((sample & 0xFF) + noise, 0, 255);
    }
}
