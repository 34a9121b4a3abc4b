package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static io.github.fixationheatmap.lambda.TestStack.five;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import io.github.fixationheatmap.result.Manifest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** A complete drop gives results, or an error that leaves earlier results unchanged. */
class DropHandlerTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server());

    @Test
    void aFolderGivesFiveFilesThatItsManifestNames() {
        stack.drop(TestExport.under("inbox/study/kitchen/", TestExport.files()));

        assertThat(stack.resultKeys()).containsExactlyElementsOf(five("study/kitchen/"));
        JsonNode manifest = stack.json("study/kitchen/manifest.json");
        assertThat(manifest.at("/rows").toString()).isEqualTo(
                "{\"read\":5,\"counted\":3,\"leftOut\":{\"notMapped\":1,\"outsideImage\":1,\"outsideTime\":0,"
                        + "\"recordingNotSelected\":0,\"repeated\":0,\"otherStimulus\":0}}");
        assertThat(manifest.at("/recordings").toString()).isEqualTo("""
                [{"id":"r1","name":"first","fixationsCounted":2,\
                "leftOut":{"notMapped":1,"outsideImage":0,"outsideTime":0,"recordingNotSelected":0,"repeated":0,"otherStimulus":0}},\
                {"id":"r2","name":"second","fixationsCounted":1,\
                "leftOut":{"notMapped":0,"outsideImage":1,"outsideTime":0,"recordingNotSelected":0,"repeated":0,"otherStimulus":0}}]""");
        for (JsonNode output : manifest.at("/outputs")) {
            assertThat(stack.result(output.path("key").asText())).hasSize(output.path("bytes").asInt());
        }
        assertThat(new String(stack.result("study/kitchen/manifest.json"), UTF_8)).doesNotContain("Jane Private");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 301})
    void imageOfOnePixelsHeightOrWidth(int length) throws IOException {
        Map<String, byte[]> files = TestExport.files();
        files.put("fixations.csv", text(TestExport.HEADER + "\n"));
        files.put("reference_image.png", TestExport.png(length, 1));
        stack.drop(TestExport.under("inbox/flat/", files));
        files.put("reference_image.png", TestExport.png(1, length));
        stack.drop(TestExport.under("inbox/tall/", files));
        BufferedImage flat = ImageIO.read(new ByteArrayInputStream(stack.result("flat/overlay.png")));
        BufferedImage tall = ImageIO.read(new ByteArrayInputStream(stack.result("tall/heatmap.png")));
        assertThat(List.of(flat.getWidth(), flat.getHeight(), tall.getWidth(), tall.getHeight())).containsExactly(length, 1, 1, length);
    }

    @Test
    void noFixationAtAllGivesAnEmptyHeatmapAndAWarning() throws IOException {
        Map<String, byte[]> files = TestExport.files();
        files.put("fixations.csv", text(TestExport.HEADER + "\n"));
        stack.drop(TestExport.under("inbox/empty/", files));
        assertThat(stack.json("empty/manifest.json").at("/warnings/0/type").asText()).isEqualTo("no-fixation-counted");
        BufferedImage overlay = ImageIO.read(new ByteArrayInputStream(stack.result("empty/overlay.png")));
        BufferedImage original = ImageIO.read(new ByteArrayInputStream(TestExport.png(40, 30)));
        assertThat(overlay.getRGB(20, 10)).isEqualTo(original.getRGB(20, 10));
    }

    @Test
    void badInputGivesAnErrorThatIsDeletedOnceItIsCorrected() {
        Map<String, byte[]> files = TestExport.files();
        files.put("fixations.csv", text(TestExport.HEADER + "\n" + TestExport.ROWS.replace("12.5", "12,5")));
        stack.drop(TestExport.under("inbox/k/", files));
        assertThat(stack.resultKeys()).containsExactly("k/error.json");
        assertThat(stack.json("k/error.json").path("line").asInt()).isEqualTo(3);

        stack.drop(TestExport.under("inbox/k/", TestExport.files()));
        assertThat(stack.resultKeys()).containsExactlyElementsOf(five("k/"));

        stack.drop("inbox/k/heatmap.json", text("{\"scale\": 0}"));
        assertThat(stack.resultKeys()).containsAll(five("k/")).contains("k/error.json");
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        stack.drop(TestExport.under("inbox/k/", TestExport.files()));
        Map<String, byte[]> first = stack.allResults();
        stack.removeResults();
        stack.drop(TestExport.under("inbox/k/", TestExport.files()));
        Map<String, byte[]> second = stack.allResults();
        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((key, bytes) -> assertThat(second.get(key)).as(key).isEqualTo(bytes));
    }

    @Test
    void anErrorStatesWhetherEarlierResultsExist() {
        stack.drop("inbox/k.zip", TestExport.zip(TestExport.files()));
        JsonNode manifest = stack.json("k/manifest.json");
        stack.drop("inbox/k.zip", text("no zip"));
        assertThat(stack.json("k/error.json").path("earlierResults").asBoolean()).isTrue();
        assertThat(stack.json("k/error.json").path("fingerprint").asText()).hasSize(64).isNotEqualTo(manifest.path("fingerprint").asText());
        assertThat(stack.json("k/manifest.json")).isEqualTo(manifest);
    }

    @Test
    void theLastOfAFolderAndAZipOfOneNameHasTheResults() {
        stack.drop(TestExport.under("inbox/k/", TestExport.files()));
        stack.drop("inbox/k.zip", TestExport.zip(TestExport.files()));
        assertThat(stack.json("k/manifest.json").at("/source/key").asText()).isEqualTo("inbox/k.zip");
        stack.handle(stack.event("inbox/k/fixations.csv"));
        assertThat(stack.json("k/manifest.json").at("/source/key").asText()).isEqualTo("inbox/k/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "error.json"})
    @Tag("slow")
    void aDocumentThatIsLongerThanAnyOfOursIsForeign(String name) {
        byte[] tooLong = new byte[Manifest.MAX_BYTES + 1];
        S3.server().client().putObject(r -> r.bucket(stack.results).key("x/" + name), RequestBody.fromBytes(tooLong));
        stack.drop("inbox/x.zip", TestExport.zip(TestExport.files()));
        assertThat(stack.resultKeys()).isEqualTo(five("x/"));
        assertThat(stack.json("x/manifest.json").at("/rows/read").asLong()).isPositive();
    }
}
