package io.github.fixationheatmap.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fixationheatmap.Resources;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Makes the bundled example again: {@code java ... ExampleExport src/test/resources/example}. People who are made up look at a shelf that
 * is drawn; nothing in it comes from anybody.
 */
public final class ExampleExport {

    /** The example's folder among the test resources, and the name of the export. */
    public static final String NAME = "example";

    /** The files of the export, in the order of their names. */
    public static final List<String> FILES = List.of("aois.json", "fixations.csv", "reference_image.jpeg", "sections.csv");

    private static final float JPEG_QUALITY = .88f;

    private ExampleExport() {}

    /** Writes the export's files into the folder that the only argument names. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        for (String file : FILES) {
            Files.write(folder.resolve(file), generate(file));
        }
    }

    /** The committed bytes of one of {@link #FILES}. */
    public static byte[] read(String file) {
        return Resources.bytes("/" + NAME + "/" + file);
    }

    /** The bytes of one of {@link #FILES}, made anew. */
    static byte[] generate(String file) throws IOException {
        return switch (file) {
            case "aois.json" -> ExampleAois.withLabels().getBytes(UTF_8);
            case "fixations.csv" -> new Study().fixations().getBytes(UTF_8);
            case "sections.csv" -> new Study().sections().getBytes(UTF_8);
            case "reference_image.jpeg" -> jpeg(ShelfPicture.draw(), JPEG_QUALITY);
            default -> throw new IllegalArgumentException("not a file of the example: " + file);
        };
    }

    /** A picture as JPEG, of a quality from 0 to 1. */
    public static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
