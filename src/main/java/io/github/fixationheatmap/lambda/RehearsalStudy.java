package io.github.fixationheatmap.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** A made-up export for rehearsals, of the kind and size that people bring; no file of anybody's. */
final class RehearsalStudy {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1200;
    private static final int RECORDINGS = 4;
    private static final int ROWS = 2000;
    private static final long BEGIN = 1_650_000_000_000_000_000L;
    private static final String FIXATIONS = "section id,recording id,fixation id,start timestamp [ns],end timestamp [ns],duration [ms],"
            + "fixation detected in reference image,fixation x [px],fixation y [px]\n";
    private static final String SECTIONS = "section id,recording id,recording name,wearer id,wearer name,section start time [ns],"
            + "section end time [ns],start event name,end event name\n";
    private static final String AOIS = "{\"aois\": [{\"name\": \"left\", \"polygon\": [[100, 100], [700, 150], [650, 900], [120, 1000]]},"
            + " {\"name\": \"right\", \"rectangle\": {\"x\": 800, \"y\": 300, \"width\": 500.5, \"height\": 600}},"
            + " {\"name\": \"round\", \"ellipse\": {\"cx\": 760, \"cy\": 560, \"rx\": 90, \"ry\": 70}}]}\n";

    private RehearsalStudy() {}

    /** Its files by name. */
    static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("fixations.csv", fixations().getBytes(UTF_8));
        files.put("reference_image.jpeg", photo());
        files.put("sections.csv", sections().getBytes(UTF_8));
        files.put("aois.json", AOIS.getBytes(UTF_8));
        return files;
    }

    /** The same in one file. */
    static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry("export/" + file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String fixations() {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder(FIXATIONS);
        for (int r = 0; r < RECORDINGS; r++) {
            long time = BEGIN + r * 1_000_000_000_000L;
            for (int i = 1; i <= ROWS; i++) {
                long ms = random.nextInt(60, 760);
                csv.append("section-").append(r).append(",recording-").append(r).append(',').append(i).append(',').append(time).append(',')
                        .append(time + ms * 1_000_000).append(',').append(ms).append(',');
                String place = random.nextInt(1000 * WIDTH) / 1000.0 + "," + random.nextInt(1000 * HEIGHT) / 1000.0;
                csv.append(i % 8 == 0 ? "false,," : "true," + place).append('\n');
                time += (ms + 50) * 1_000_000;
            }
        }
        return csv.toString();
    }

    private static String sections() {
        StringBuilder csv = new StringBuilder(SECTIONS);
        for (int r = 0; r < RECORDINGS; r++) {
            csv.append("section-").append(r).append(",recording-").append(r).append(",r").append(r).append(",w,w,")
                    .append(BEGIN + r * 1_000_000_000_000L).append(',').append(BEGIN + (r + 1) * 1_000_000_000_000L).append(",begin,end\n");
        }
        return csv.toString();
    }

    private static byte[] photo() throws IOException {
        Random random = new Random(2);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int shade = (x / 50 * 37 + y / 60 * 91) % 200 + random.nextInt(16);
                image.setRGB(x, y, shade << 16 | (shade + 20) << 8 | (shade + 40));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
