package io.github.fixationheatmap.lambda.priming;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Generated exports for priming, of usual kinds and sizes. They differ, because a compiler leaves out branches that it never saw taken, and
 * has to compile again when one is.
 */
final class PrimingExports {

    /** The number of different exports. */
    static final int KINDS = 4;

    private static final int WIDTH = 1300;
    /** Not a multiple of a strip's rows, so that the last strip is short. */
    private static final int HEIGHT = 1003;
    /** The widest image is wider than the pictures of figures, so that it is scaled for them. */
    private static final int GROWTH = 240;
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

    private PrimingExports() {}

    /** The files of an export by name. Every second kind has neither sections nor AOIs. */
    static Map<String, byte[]> files(int kind) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("fixations.csv", fixations(kind).getBytes(UTF_8));
        files.put("reference_image.jpeg", image(kind));
        if (kind % 2 == 0) {
            files.put("sections.csv", sections().getBytes(UTF_8));
            files.put("aois.json", AOIS.getBytes(UTF_8));
        }
        return files;
    }

    /** A zip of these files, in a folder. */
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

    private static String fixations(int kind) {
        Random random = new Random(kind);
        StringBuilder csv = new StringBuilder(FIXATIONS);
        for (int r = 0; r < RECORDINGS; r++) {
            String ids = id("section", r) + ',' + id("recording", r) + ',';
            long time = BEGIN + r * 1_000_000_000_000L;
            for (int i = 1; i <= ROWS; i++) {
                long ms = random.nextInt(60, 760);
                csv.append(ids).append(i).append(',').append(time).append(',').append(time + ms * 1_000_000).append(',').append(ms)
                        .append(',');
                double x = Math.rint(1000 * WIDTH * (.5 + .2 * random.nextGaussian())) / 1000;
                double y = Math.rint(1000 * HEIGHT * (.5 + .2 * random.nextGaussian())) / 1000;
                csv.append(random.nextInt(8) == 0 ? "false,," : "true," + x + "," + y).append('\n');
                time += (ms + 50) * 1_000_000;
            }
        }
        return csv.toString();
    }

    /** As long as real ids, because long strings are compared by other loops than short ones. */
    private static String id(String kind, int number) {
        return UUID.nameUUIDFromBytes((kind + number).getBytes(UTF_8)).toString();
    }

    private static String sections() {
        StringBuilder csv = new StringBuilder(SECTIONS);
        for (int r = 0; r < RECORDINGS; r++) {
            csv.append(id("section", r)).append(',').append(id("recording", r)).append(",r").append(r).append(",w,w,")
                    .append(BEGIN + r * 1_000_000_000_000L).append(',').append(BEGIN + (r + 1) * 1_000_000_000_000L).append(",begin,end\n");
        }
        return csv.toString();
    }

    private static byte[] image(int kind) throws IOException {
        Random random = new Random(kind);
        int width = WIDTH + GROWTH * kind;
        int height = HEIGHT + GROWTH * kind;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int shade = (x / 50 * 37 + y / 60 * 91) % 160 + random.nextInt(4 << kind);
                image.setRGB(x, y, shade << 16 | (shade + 20) << 8 | (shade + 40));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "jpeg", out);
        }
        return bytes.toByteArray();
    }
}
