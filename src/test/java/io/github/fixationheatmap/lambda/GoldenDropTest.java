package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fixationheatmap.Resources;
import io.github.fixationheatmap.local.EmbeddedS3;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases computed with numpy and OpenCV: the same counts, and images with a small mean difference. */
class GoldenDropTest {

    @ParameterizedTest
    @ValueSource(strings = {"corner", "duration", "landscape", "panorama", "portrait-surface", "sharp"})
    void countsAndImagesAreThoseOfTheReference(String name) throws IOException {
        try (EmbeddedS3 server = EmbeddedS3.start()) {
            TestStack stack = new TestStack(server);
            JsonNode expected = new JsonMapper().readTree(golden(name, "case.json"));
            stack.upload("inbox/g/heatmap.json", text("{\"scale\":%s,\"weight\":%s}".formatted(expected.path("scale"),
                    expected.path("weight"))));
            stack.upload("inbox/g/reference_image.png", golden(name, "reference_image.png"));
            stack.drop("inbox/g/fixations.csv", golden(name, "fixations.csv"));

            JsonNode manifest = stack.json("g/manifest.json");
            assertThat(manifest.at("/rows/read").asInt()).isEqualTo(expected.path("rows").asInt());
            assertThat(manifest.at("/rows/counted").asInt()).isEqualTo(expected.path("binned").asInt());
            assertThat(manifest.at("/image/width").asInt()).isEqualTo(expected.path("width").asInt());
            BufferedImage ours = ImageIO.read(new ByteArrayInputStream(stack.result("g/overlay.png")));
            BufferedImage theirs = ImageIO.read(new ByteArrayInputStream(golden(name, "overlay.png")));
            assertThat(meanDifference(ours, theirs)).as("mean difference in levels").isLessThan(0.1);
        }
    }

    private static byte[] golden(String name, String file) {
        return Resources.bytes("/golden/" + name + "/" + file);
    }

    private static double meanDifference(BufferedImage a, BufferedImage b) {
        long sum = 0;
        for (int y = 0; y < b.getHeight(); y++) {
            for (int x = 0; x < b.getWidth(); x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs((a.getRGB(x, y) >> shift & 0xFF) - (b.getRGB(x, y) >> shift & 0xFF));
                }
            }
        }
        return sum / (3.0 * b.getHeight() * b.getWidth());
    }
}
