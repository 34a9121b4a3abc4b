package io.github.fixationheatmap.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed example is what its generator makes. */
class ExampleExportTest {

    @ParameterizedTest
    @ValueSource(strings = {"aois.json", "fixations.csv", "sections.csv"})
    void tablesAreTheGeneratedOnes(String file) throws IOException {
        assertThat(ExampleExport.read(file)).isEqualTo(ExampleExport.generate(file));
    }

    /** By meaning: JDKs may round an edge or a JPEG coefficient differently. */
    @Test
    void pictureIsTheGeneratedOne() throws IOException {
        BufferedImage kept = decoded(ExampleExport.read("reference_image.jpeg"));
        BufferedImage made = decoded(ExampleExport.generate("reference_image.jpeg"));
        assertThat(made.getWidth()).isEqualTo(kept.getWidth()).isEqualTo(ShelfPicture.WIDTH);
        assertThat(made.getHeight()).isEqualTo(kept.getHeight()).isEqualTo(ShelfPicture.HEIGHT);
        long difference = 0;
        for (int y = 0; y < kept.getHeight(); y++) {
            for (int x = 0; x < kept.getWidth(); x++) {
                difference += difference(kept.getRGB(x, y), made.getRGB(x, y));
            }
        }
        double mean = difference / (3.0 * kept.getWidth() * kept.getHeight());
        assertThat(mean).as("levels of 255 per channel").isCloseTo(0, within(.5));
    }

    @Test
    void isSmall() throws IOException {
        int bytes = 0;
        for (String file : ExampleExport.FILES) {
            bytes += ExampleExport.read(file).length;
        }
        assertThat(bytes).isLessThan(300_000);
    }

    private static int difference(int a, int b) {
        return Math.abs((a >> 16 & 255) - (b >> 16 & 255)) + Math.abs((a >> 8 & 255) - (b >> 8 & 255)) + Math.abs((a & 255) - (b & 255));
    }

    private static BufferedImage decoded(byte[] picture) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(picture)));
    }
}
