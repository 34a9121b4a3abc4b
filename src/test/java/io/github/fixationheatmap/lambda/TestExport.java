package io.github.fixationheatmap.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** A small export. */
public final class TestExport {

    public static final String HEADER = "section id,recording id,fixation id,start timestamp [ns],end timestamp [ns],duration [ms],"
            + "fixation detected in reference image,fixation x [px],fixation y [px]";
    public static final String ROWS = """
            s1,r1,1,1636035502384515914,1636035502552495914,167,true,10,20
            s1,r1,2,1636035502584515914,1636035502652495914,67,true,12.5,21.25
            s1,r1,3,1636035503384515914,1636035503552495914,167,false,,
            s2,r2,1,1636035602384515914,1636035602552495914,167,true,30,24
            s2,r2,2,1636035603384515914,1636035603552495914,167,false,41,24
            """;
    public static final String SECTIONS = """
            section id,recording id,recording name,wearer id,wearer name,section start time [ns],section end time [ns],\
            start event name,end event name
            s1,r1,first,w1,Jane Private,1636035502000000000,1636035512000000000,begin,end
            s2,r2,second,w2,Jane Private,1636035602000000000,1636035612000000000,begin,end
            """;

    private TestExport() {}

    /** Fixations, an image of 40 x 30 pixels and sections, by file name. One fixation is not mapped, and one is right of the image. */
    public static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("fixations.csv", text(HEADER + "\n" + ROWS));
        files.put("reference_image.png", png(40, 30));
        files.put("sections.csv", text(SECTIONS));
        return files;
    }

    /** The same files under a folder's key. */
    public static Map<String, byte[]> under(String folder, Map<String, byte[]> files) {
        Map<String, byte[]> moved = new LinkedHashMap<>();
        files.forEach((name, bytes) -> moved.put(folder + name, bytes));
        return moved;
    }

    public static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    public static byte[] png(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (x * 5 % 256) << 16 | (y * 7 % 256) << 8 | (x + y) % 256);
            }
        }
        return encoded(image, "png");
    }

    public static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("no writer for " + format + " of this image");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
