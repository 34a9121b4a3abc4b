package io.github.fixationheatmap.read.image;

import io.github.fixationheatmap.model.ImageRows;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.read.image.ImageFile.Inks;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Decodes pictures by ImageIO, and does not let pass what ImageIO only warns of: missing or damaged pixels. */
final class ImageDecoder {

    /** libjpeg's warnings that leave a part of the picture grey or wrong; others, as of bytes too many, do not. */
    private static final Map<String, String> DAMAGE = Map.of(
            "Premature end", "a JPEG that ends before its picture does",
            "Truncated File", "a JPEG that ends before its picture does",
            "Corrupt JPEG data: premature end", "JPEG data that end before the picture does",
            "Corrupt JPEG data: bad Huffman", "damaged JPEG data",
            "Corrupt JPEG data: found marker", "damaged JPEG data",
            "Inconsistent progression", "damaged JPEG data",
            "Invalid SOS", "damaged JPEG data",
            "Error reading PNG image data", "PNG data that do not unpack to the whole picture");

    private ImageDecoder() {}

    /** The picture as it is stored, not turned. The listener is told of upright rows. */
    static ImageRows decode(String file, ImageFile picture, DecodingListener listener) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(picture.format()).next();
        try (ByteArrayImageInputStream in = new ByteArrayImageInputStream(picture.bytes())) {
            reader.addIIOReadWarningListener((source, warning) -> {
                Optional<String> damage = meaning(warning);
                if (damage.isPresent()) {
                    // Ends the decoding, which would else go on to the last pixel and warn of each.
                    throw ImageFile.bad(file, damage.get(), null);
                }
            });
            reader.setInput(in, true, true);
            return switch (picture.format()) {
                case "jpeg" -> picture.inks() == Inks.NONE
                        ? JpegRows.read(reader, picture, listener)
                        : RasterImage.of(reader.readRaster(0, null), picture.inks());
                default -> RasterImage.of(reader.read(0));
            };
        } catch (ProblemException known) {
            throw known;
        } catch (IOException | RuntimeException damaged) {
            // The bytes are in memory: whatever a decoder throws speaks of them, and on damaged ones it throws nearly anything.
            String message = String.valueOf(damaged.getMessage());
            throw ImageFile.bad(file, meaning(message).orElse(message), damaged);
        } finally {
            reader.dispose();
        }
    }

    private static Optional<String> meaning(String message) {
        return DAMAGE.entrySet().stream().filter(d -> message.startsWith(d.getKey())).map(Map.Entry::getValue).findFirst();
    }
}
