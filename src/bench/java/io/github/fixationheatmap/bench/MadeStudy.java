package io.github.fixationheatmap.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.fixationheatmap.example.ExampleExport;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes up studies as the Reference Image Mapper exports them, of any size and the same for the same size: fixations around a dozen places
 * in sections of a thousand rows, and a photo of coloured boxes under uneven light with a sensor's noise.
 */
final class MadeStudy {

    private static final String HEADER = "section id,recording id,fixation id,start timestamp [ns],end timestamp [ns],duration [ms],"
            + "fixation detected in reference image,fixation x [px],fixation y [px]\n";
    private static final int ROWS_OF_A_SECTION = 1_000;
    private static final int MAX_RECORDINGS = 2_000;
    private static final int PLACES = 12;
    private static final int BOXES = 400;

    private MadeStudy() {}

    /** Makes what is not there. A section has a recording of its own, as far as there are so many recordings. */
    static Study of(Study study, long rows, int width, int height) throws IOException {
        return of(study, rows, MAX_RECORDINGS, width, height);
    }

    /** Makes what is not there, with sections of at most so many recordings. */
    static Study of(Study study, long rows, int recordings, int width, int height) throws IOException {
        Files.createDirectories(study.folder());
        if (!Files.exists(study.fixations())) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(study.fixations()), 1 << 20)) {
                fixations(out, rows, recordings, width, height);
            }
        }
        if (!Files.exists(study.photo())) {
            Files.write(study.photo(), jpeg(width, height));
        }
        return study;
    }

    static void fixations(OutputStream out, long rows, int width, int height) throws IOException {
        fixations(out, rows, MAX_RECORDINGS, width, height);
    }

    private static void fixations(OutputStream out, long rows, int recordings, int width, int height) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        double[] places = random.doubles(2 * PLACES, 0.15, 0.85).toArray();
        out.write(HEADER.getBytes(US_ASCII));
        String ids = "";
        long time = 0;
        for (long row = 0; row < rows; row++) {
            long section = row / ROWS_OF_A_SECTION;
            if (row % ROWS_OF_A_SECTION == 0) {
                ids = String.format(Locale.ROOT, "%08x-b8d8-4f1a-ac68-5fc6eefe8bf4,%08x-23dd-48f4-806e-6fdb519d6a7c,", section,
                        section % recordings);
                time = 1_650_000_000_000_000_000L + section * 5_000_000_000_000L;
            }
            int place = random.nextInt(PLACES);
            long duration = 60_000_000L + random.nextInt(700_000_000);
            double x = (places[2 * place] + 0.03 * random.nextGaussian()) * width;
            double y = (places[2 * place + 1] + 0.03 * random.nextGaussian()) * height;
            boolean mapped = random.nextInt(100) < 85;
            String line = ids + (row % ROWS_OF_A_SECTION + 1) + ',' + time + ',' + (time + duration) + ',' + duration / 1_000_000
                    + (mapped ? ",true," + thousandths(x) + ',' + thousandths(y) : ",false,,") + '\n';
            out.write(line.getBytes(US_ASCII));
            time += duration + 20_000_000 + random.nextInt(60_000_000);
        }
    }

    private static String thousandths(double value) {
        long whole = Math.round(Math.abs(value) * 1000);
        return (value < 0 ? "-" : "") + whole / 1000 + '.' + Long.toString(1000 + whole % 1000).substring(1);
    }

    static byte[] jpeg(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        SplittableRandom random = new SplittableRandom(2);
        int[][] boxes = new int[BOXES][];
        for (int i = 0; i < BOXES; i++) {
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            boxes[i] = new int[] {x, y, x + width / 100 + random.nextInt(1 + width / 20), y + height / 50 + random.nextInt(1 + height / 12),
                20 + random.nextInt(215), 20 + random.nextInt(215), 20 + random.nextInt(215)};
        }
        int[] line = new int[3 * width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < line.length; x++) {
                line[x] = 90 + 110 * (x / 3) / width;
            }
            for (int[] box : boxes) {
                for (int x = 3 * box[0]; y >= box[1] && y < box[3] && x < 3 * Math.min(width, box[2]); x++) {
                    line[x] = box[4 + x % 3];
                }
            }
            for (int x = 0; x < line.length; x += 3) {
                long bits = random.nextLong();
                // Heads of 32 coins: nearly a Gaussian, here of 4 levels.
                int noise = (int) (1.4 * (Long.bitCount(bits & 0xffffffffL) - 16));
                for (int c = 0; c < 3; c++) {
                    pixels[3 * y * width + x + c] = (byte) Math.clamp(line[x + c] + noise, 0, 255);
                }
            }
        }
        return ExampleExport.jpeg(image, .9f);
    }
}
