package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which exports of a study are combined, which are not, and what is said of it. */
@Tag("slow")
class StudyCombineTest {

    private static final String FILE = "inbox/lab/study.json";
    private static final String GROUPS = "\"groups\": {\"old\": [\"a1\", \"a2\"], \"young\": [\"b1\", \"b2\"]}";

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    private final TestStack stack = new TestStack(S3.server(), S3.server().client(), "on");
    private final StudyStack study = new StudyStack(stack);

    /** A drop of two recordings of its own. */
    private void upload(String name, byte[] photo, String... options) {
        Map<String, byte[]> files = TestExport.files();
        files.put("fixations.csv", text(TestExport.HEADER + "\n" + TestExport.ROWS.replace(",r1,", "," + name + "1,")
                .replace(",r2,", "," + name + "2,").replace("false,41,24", "true,11,24")));
        files.put("reference_image.png", photo);
        files.remove("sections.csv");
        for (String option : options) {
            files.put("heatmap.json", text(option));
        }
        TestExport.under("inbox/lab/" + name + "/", files).forEach(stack::upload);
    }

    private static byte[] withAnotherPixel(byte[] png) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            image.setRGB(39, 29, image.getRGB(39, 29) ^ 1);
            return TestExport.encoded(image, "png");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode run(String file) {
        stack.upload(FILE, text(file));
        assertThat(study.run(FILE).path("outcome").asText()).isEqualTo("planned");
        return stack.json("lab/study.json");
    }

    private String page() {
        return new String(stack.result("lab/study.html"), StandardCharsets.UTF_8);
    }

    @Test
    void exportsOfOnePhotoAreOnePictureAndTheOthersSayWhyNot() {
        byte[] photo = TestExport.png(40, 30);
        upload("a", photo);
        upload("b", photo);
        upload("pixel", withAnotherPixel(photo));
        upload("duration", photo, "{\"weight\": \"duration\"}");
        upload("outputs", photo, "{\"outputs\": []}");

        JsonNode document = run("{}");

        JsonNode combined = document.path("combined");
        assertThat(combined).hasSize(1);
        assertThat(combined.at("/0/outcome").asText()).isEqualTo("done");
        assertThat(combined.at("/0/exports").asInt()).isEqualTo(2);
        assertThat(combined.at("/0/recordings").asInt()).isEqualTo(4);
        assertThat(document.path("notCombined").findValuesAsText("results"))
                .containsExactly("lab/duration/", "lab/outputs/", "lab/pixel/");
        assertThat(document.path("notCombined").findValuesAsText("detail")).containsExactly(
                "Its options count in another way than those of the study: weight \"duration\", not \"count\".",
                "Its options name outputs without \"recording-histograms\".",
                "No other export shows the same photo, pixel by pixel, with the same kind of fixations.");
        String results = combined.at("/0/results").asText();
        JsonNode manifest = stack.json(results + "manifest.json");
        assertThat(ManifestSchemaTest.SCHEMA.validate(manifest)).isEmpty();
        assertThat(manifest.at("/source/inputs").findValuesAsText("key")).containsExactly("lab/a/recording_histograms.json",
                "lab/b/recording_histograms.json", "inbox/lab/a/reference_image.png");
        assertThat(manifest.path("stability").isNull()).isFalse();
        assertThat(page()).contains("2 exports</a>", "./" + results.substring("lab/".length()) + "overlay.png");
    }

    @Test
    void anotherEncodingOfThePixelsIsTheSamePhoto() throws IOException {
        byte[] photo = TestExport.png(40, 30);
        upload("a", photo);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo));
        BufferedImage withAlpha = new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB);
        withAlpha.createGraphics().drawImage(image, 0, 0, null);
        upload("b", TestExport.encoded(withAlpha, "png"));
        assertThat(run("{}").at("/combined/0/exports").asInt()).isEqualTo(2);
    }

    @Test
    void groupsOfTheStudyAreComparedInTheCombinedPicture() {
        upload("a", TestExport.png(40, 30));
        upload("b", TestExport.png(40, 30));
        String results = run("{" + GROUPS + "}").at("/combined/0/results").asText();
        assertThat(stack.json(results + "manifest.json").path("comparisons")).hasSize(1);
        assertThat(stack.resultKeys(results)).contains(results + "groups.csv", results + "groups/old vs young/difference.png");
        assertThat(stack.json("lab/a/manifest.json").path("comparisons")).isEmpty();
    }

    @Test
    void groupsThatAPhotoLacksAreAWarning() {
        for (String name : List.of("a", "c")) {
            upload(name, TestExport.png(40, 30));
        }
        JsonNode combined = run("{" + GROUPS + "}").path("combined");
        JsonNode manifest = stack.json(combined.at("/0/results").asText() + "manifest.json");
        assertThat(manifest.path("comparisons")).isEmpty();
        assertThat(manifest.path("warnings").findValuesAsText("detail")).containsExactly(
                "Recordings that the groups name did not look at this photo: b1, b2.",
                "The groups are not compared: study.json at /groups/young: seen \"young: no recording with counted fixations\", "
                        + "expected at least 2 recordings with counted fixations in each group");
    }

    @Test
    void aPhotoAtTheTopIsThatOfAllDropsWithoutOne() {
        stack.upload("inbox/lab/reference_image.png", TestExport.png(40, 30));
        upload("a", TestExport.png(40, 30));
        upload("b", TestExport.png(40, 30));
        stack.remove("inbox/lab/a/reference_image.png");
        Map<String, byte[]> zipped = TestExport.files();
        zipped.remove("reference_image.png");
        stack.upload("inbox/lab/z.zip", TestExport.zip(zipped));
        JsonNode document = run("{}");
        assertThat(document.path("exports").path("done").asInt()).isEqualTo(3);
        assertThat(document.at("/combined/0/exports").asInt()).isEqualTo(3);
        assertThat(stack.json("lab/a/manifest.json").at("/source/inputs").findValuesAsText("key"))
                .contains("inbox/lab/reference_image.png");
        assertThat(stack.json("lab/b/manifest.json").at("/source/inputs").findValuesAsText("key"))
                .contains("inbox/lab/b/reference_image.png");

        study.takeLog();
        stack.upload("inbox/lab/reference_image.png", withAnotherPixel(TestExport.png(40, 30)));
        assertThat(run("{}").at("/combined/0/exports").asInt()).isEqualTo(2);
        assertThat(study.takeLog().split("results written", -1)).as("a, z and their picture").hasSize(1 + 3);
    }

    @Test
    void aStudyStartedAgainDrawsNothingAndPicturesOfOldPhotosGo() {
        upload("a", TestExport.png(40, 30));
        upload("b", TestExport.png(40, 30));
        String first = run("{}").at("/combined/0/results").asText();
        study.takeLog();
        run("{}");
        assertThat(study.takeLog()).doesNotContain("results written");
        upload("a", withAnotherPixel(TestExport.png(40, 30)));
        upload("b", withAnotherPixel(TestExport.png(40, 30)));
        String second = run("{}").at("/combined/0/results").asText();
        assertThat(second).isNotEqualTo(first);
        assertThat(stack.resultKeys(first)).isEmpty();
        assertThat(stack.resultKeys(second)).contains(second + "manifest.json");
    }

    @Test
    void aStudyThatDoesNotCombineLeavesNoHistograms() {
        upload("a", TestExport.png(40, 30));
        upload("b", TestExport.png(40, 30));
        JsonNode document = run("{\"combine\": false}");
        assertThat(document.path("combined")).isEmpty();
        assertThat(document.path("notCombined")).isEmpty();
        assertThat(stack.resultKeys("lab/a/")).doesNotContain("lab/a/recording_histograms.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"combine\": 1}                      | study.json at /combine: seen \"1\", expected true or false",
        "{\"groups\": []}                      | study.json at /groups: seen \"[]\", expected",
        "{\"groups\": {\"a\": [\"x\"]}}    | study.json at /groups: seen",
        "{\"combine\": false, \"groups\": {\"a\": [\"x\"], \"b\": [\"y\"]}} | study.json at /groups: seen \"combine is false\""})
    void aBadFileIsLocated(String file, String detail) {
        upload("a", TestExport.png(40, 30));
        stack.upload(FILE, text(file));
        assertThat(study.run(FILE).path("outcome").asText()).isEqualTo("refused");
        assertThat(stack.json("lab/error.json").path("detail").asText()).startsWith(detail);
    }
}
