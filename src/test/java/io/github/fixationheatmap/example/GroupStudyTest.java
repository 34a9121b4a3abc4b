package io.github.fixationheatmap.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.Resources;
import io.github.fixationheatmap.lambda.TestStack;
import io.github.fixationheatmap.local.EmbeddedS3;
import io.github.fixationheatmap.model.Fixation.Point;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The committed study is what its generator makes, and its difference is the one that was built into it. */
@Tag("slow")
class GroupStudyTest {

    @Test
    void theStudyIsTheGeneratedOne() {
        GroupStudy.files().forEach((name, bytes) -> assertThat(Resources.bytes("/" + GroupStudy.NAME + "/" + name)).isEqualTo(bytes));
    }

    @Test
    void theDifferenceIsWhatWasBuiltIn() throws IOException {
        try (EmbeddedS3 server = EmbeddedS3.start()) {
            TestStack stack = new TestStack(server);
            stack.upload("inbox/g/reference_image.jpeg", ExampleExport.read("reference_image.jpeg"));
            GroupStudy.files().forEach((name, bytes) -> stack.upload("inbox/g/" + name, bytes));
            stack.handle(stack.event("inbox/g/fixations.csv"));
            JsonNode pair = stack.json("g/manifest.json").at("/comparisons/0");
            assertThat(pair.path("a").asText()).isEqualTo("hosts");
            assertThat(pair.path("smallestP").asDouble()).isLessThan(0.05);
            BufferedImage difference = ImageIO.read(new ByteArrayInputStream(stack.result("g/groups/hosts vs guests/difference.png")));
            assertThat(redness(difference, GroupStudy.OF_HOSTS)).as("hosts look more").isPositive();
            assertThat(redness(difference, GroupStudy.OF_GUESTS)).as("guests look more").isNegative();
            keep(stack, Path.of("target/groups"));
        }
    }

    private static int redness(BufferedImage image, int object) {
        Point spot = ShelfObject.ALL.get(object).spots().getFirst();
        int rgb = image.getRGB((int) spot.x(), (int) spot.y());
        assertThat(rgb >>> 24).as("alpha").isGreaterThan(50);
        return (rgb >> 16 & 255) - (rgb & 255);
    }

    /** For {@code src/test/sh/groups}: the results beside the drop. */
    private static void keep(TestStack stack, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> table : GroupStudy.files().entrySet()) {
            Files.write(Files.createDirectories(folder.resolve("drop")).resolve(table.getKey()), table.getValue());
        }
        for (String name : new String[] {"groups.csv", "groups.npz", "stability.csv", "manifest.json"}) {
            Files.write(folder.resolve(name), stack.result("g/" + name));
        }
    }
}
